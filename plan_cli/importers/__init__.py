"""An official document made a plan. In: the bytes of a document. Out: a plan and doubts about it.
May use: everything below, but no reports; its stages are `reading`, `shaping`, `encoding`.
"""
