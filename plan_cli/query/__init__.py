"""Pure functions from a plan to answers: no files, no terminal."""
