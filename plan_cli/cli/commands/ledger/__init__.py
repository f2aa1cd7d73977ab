"""``plan ledger``. In: a command line. Out: what the ledger answers, one file a command.
May use: the ledger, and what all commands use. Each file is one line in ``cmd_ledger.py``.
"""
