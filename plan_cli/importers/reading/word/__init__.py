"""What a Word document is made of. In: its parts as it packs them. Out: what they print.
May use: what the readers share, and what is below them.
"""
