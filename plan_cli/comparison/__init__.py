"""Pure functions from two plans to what changed between them: no files, no terminal."""
