"""Several plans at once. In: what `--plan` names. Out: their answers, joined. May use: what
commands use. A command is asked plan by plan, in as many processes as there are processors.
"""
