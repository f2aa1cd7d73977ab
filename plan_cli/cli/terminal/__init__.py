"""A terminal. In: reports. Out: tables and pages as wide as the screen; a bar for what takes time.
May use: `report`, and Rich where used. Knows no command and no option.
"""
