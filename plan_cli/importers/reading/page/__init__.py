"""Web pages. In: tags and text. Out: lines, what was passed over, which part is the document.
May use: what the reading of the other forms is made of.
"""
