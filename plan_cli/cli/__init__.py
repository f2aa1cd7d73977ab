"""The command line: Typer and Rich live only here."""
