"""The command line. In: words. Out: an answer where it was asked for, and an exit code.
May use: everything; Typer and Rich live only here.
"""
