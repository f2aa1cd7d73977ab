"""The errors a user can meet: each carries its exit code and its advice.

The exit codes are a contract with other programs:
0 done, 1 a check found errors, 2 wrong usage or an unknown name, 3 an input cannot be
read or is invalid, 4 an output cannot be written or needs an extra, 130 interrupted.
"""

from typing import ClassVar


class PlanError(Exception):
    """A problem that is told to the user in Chinese and ends the command.

    ``message`` says what is wrong and where; ``hint`` says what to do (may span lines).
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(PlanError):
    """The command line asks for something that does not exist or does not fit."""

    exit_code = 2


class InputError(PlanError):
    """An input file cannot be read, or does not hold a valid plan."""

    exit_code = 3


class OutputError(PlanError):
    """A result cannot be written where it was asked for."""

    exit_code = 4
