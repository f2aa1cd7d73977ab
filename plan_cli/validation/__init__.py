"""Rules. In: a plan and its source. Out: findings, which `codes` weighs; nothing is mended here.
May use: how plan files and notes are read, and what is below.
"""
