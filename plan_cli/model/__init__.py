"""What a plan is. In: values that `planfile` read or `importers` made. Out: frozen
dataclasses, and one traversal of them with paths. May use: the ground (`text`). No I/O.
"""
