"""First stage. In: the bytes of a document. Out: its lines, as they are printed, one file a form.
May use: nothing of the importers but itself.
"""
