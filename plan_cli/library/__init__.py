"""Many plans in one file. In: plan files, read; questions. Out: the file, and answers from it.
May use: questions and reports; SQLite. No PyYAML, no other form, no terminal.
"""
