"""Forms. In: a `Report`. Out: text or bytes, one file a form; nothing is printed here.
May use: `report` and what is below; the libraries of Word, Excel and calendars, where used.
"""
