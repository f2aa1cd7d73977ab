"""Pictures of pages. In: a picture of a page. Out: its words as lines, and what may be misread.
May use: what the readers share, and what is below them.
"""
