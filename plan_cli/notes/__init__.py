"""The grammar of responsibility notes. In: the words of a note, or a paragraph that may hold some.
Out: who is responsible, and how; where the notes stand. May use: the model and what is below it.
"""
