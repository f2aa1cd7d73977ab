"""The commands about many plans. In: what the command line gave. Out: an answer, or a file.
May use: all below.
"""
