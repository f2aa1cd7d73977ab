"""First stage, a page of a PDF put together. In: its characters at their places, what is drawn.
Out: its lines and rows. May use: the lines and tables of this stage.
"""
