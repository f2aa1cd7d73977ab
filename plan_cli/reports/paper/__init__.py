"""Answers to print and fill in. In: a selection, and whose it is. Out: a `Report`. May use: what
the other answers use.
"""
