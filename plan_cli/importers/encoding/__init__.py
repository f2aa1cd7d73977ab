"""Third stage. In: the tree of paragraphs. Out: tasks, measures, ids, declared units, doubts.
May use: `shaping`, `reading`, the wordings of doubts, the grammar of notes, and questions.
"""
