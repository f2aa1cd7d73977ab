"""A names file: units that are one body under several spellings."""

from typing import Any

from plan_cli.errors import InputError
from plan_cli.planfile.findings import Finding, quoted
from plan_cli.planfile.source import Source

EXAMPLE = "一行一个单位，如 市发展改革委: [市发改委, 市发展和改革委员会]"


def read_names(source: Source) -> dict[str, str]:
    """Return for each spelling what the unit is called.

    Raises InputError, with the place, where the file is no list of names, and where one spelling
    stands for two units.
    """
    declared = source.data()
    if not isinstance(declared, dict):
        raise InputError(f"{source.name}：不是单位名称的文件", EXAMPLE)
    if source.duplicates:
        raise _wrong(source, source.duplicates[0])
    names = {name: name for name in declared}
    for name, spellings in declared.items():
        for place, spelling in enumerate(_spellings(source, name, spellings)):
            if names.setdefault(spelling, name) != name:
                message = f"{quoted(spelling)}已经写给了{quoted(names[spelling])}"
                raise _wrong(source, Finding("", (name, place), message))
    return names


def _spellings(source: Source, name: str, declared: Any) -> list[str]:
    spellings = [declared] if isinstance(declared, str) else declared
    if not isinstance(spellings, list) or not all(isinstance(each, str) for each in spellings):
        raise _wrong(source, Finding("", (name,), f"{quoted(name)}后面要写它的其他名称"))
    return [each for each in spellings if each]


def _wrong(source: Source, finding: Finding) -> InputError:
    return InputError(f"{source.find(finding)}：{finding.message}", EXAMPLE)
