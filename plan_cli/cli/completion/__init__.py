"""Completion. In: the words typed so far. Out: what can follow, as the shell that asks wants it.
May use: everything; the values of a parameter are declared with its metavar (`Values`).
"""
