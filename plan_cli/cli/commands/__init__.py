"""The commands, one file each. In: what was asked, read. Out: a `Report` or what to write.
May use: everything; a command fetches, asks and hands over.
"""
