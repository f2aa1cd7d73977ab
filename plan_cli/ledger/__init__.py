"""The follow-up. In: a plan and what happened to its items. Out: how far all is.
May use: questions, comparison and reports; SQLite, openpyxl where used. No other form, no terminal.
"""
