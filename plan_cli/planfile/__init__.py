"""A plan file, in and out. In: a file or its bytes. Out: a plan, or findings with the path of each;
and back, YAML. May use: the model and what is below it. The only user of PyYAML.
"""
