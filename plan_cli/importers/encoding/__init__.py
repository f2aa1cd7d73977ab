"""Third stage. In: the tree of paragraphs. Out: tasks, measures, ids, declared units, doubts.
May use: `shaping`, `reading`, and the grammar of notes.
"""
