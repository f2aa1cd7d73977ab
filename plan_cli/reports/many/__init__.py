"""Answers about several plans. In: what each plan answers. Out: one `Report`. May use: what reports
use. An answer of one plan is made as ever; only what it becomes beside others stands here.
"""
