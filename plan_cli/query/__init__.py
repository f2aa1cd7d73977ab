"""Questions. In: a plan, and what was asked for. Out: values: tasks, roles, figures, links.
May use: the model, and how files and notes are read. No files, no terminal.
"""
