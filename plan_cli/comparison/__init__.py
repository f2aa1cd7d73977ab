"""Two plans compared. In: two plans. Out: what became of each task, and of its words.
May use: questions, for whom a change concerns, and what is below; it knows no reports.
"""
