"""Answers. In: values that questions, rules and comparisons gave. Out: a `Report`, one file a
report. May use: everything below; no form, no file, no terminal.
"""
