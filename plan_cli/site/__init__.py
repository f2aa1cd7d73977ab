"""The page: plans as one web page that anybody can open and search, without the program.

In: a plan, and what a ledger knows of it; or several plans. Out: one file of HTML that needs
nothing else. May use: `reports`, `comparison`, `query` and what is below. Roles are decided there;
the script looks them up.
"""
