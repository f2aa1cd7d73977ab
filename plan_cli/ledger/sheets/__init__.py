"""The workbooks of a round. In: the state of a ledger. Out: one workbook for each who answers.
May use: the ledger, questions and wordings; openpyxl where used. No terminal, no SQL.
"""
