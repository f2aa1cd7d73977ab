"""The commands about documents as such. In: a document or a plan file. Out: what is made, found or
printed of it. May use: what all commands use. They are those of the panel 文档 in ``app.py``.
"""
