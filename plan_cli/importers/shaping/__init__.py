"""Second stage. In: lines. Out: whole paragraphs, rows with known columns, the tree of
their headings. May use: `reading`, and the grammar of notes.
"""
