"""What the office sends out. In: a state and a period. Out: the 通报, the points, the reminders.
May use: the ledger's values, and what reports use. One file counts, one says how it is worded.
"""
