"""What the pages are made of that nobody types.

In: the commands as they are registered, the records that they give, and `words.yaml`. Out: the
reference as Markdown and as a page for ``man``.
"""
