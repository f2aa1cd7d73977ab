"""The commands, one file each. In: what was asked, read. Out: an `Answer`.
May use: everything; a command fetches, asks and hands over.
"""
