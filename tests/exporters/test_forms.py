import sys

import pytest

from plan_cli.errors import OutputError
from plan_cli.exporters.forms import FORMS, render
from tests.exporters.samples import sample


@pytest.mark.parametrize(
    ("name", "library", "told", "installed"),
    [
        ("docx", "docx", "没有装读写 Word 的组件", "python-docx"),
        ("xlsx", "openpyxl", "没有装读写 Excel 的组件", "openpyxl"),
        ("ics", "icalendar", "没有装读写 iCalendar 的组件", "icalendar"),
    ],
)
def test_a_missing_library_is_told_with_the_install_command(
    name: str, library: str, told: str, installed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [each for each in sys.modules if each.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(OutputError) as caught:
        render(FORMS[name], sample())
    assert caught.value.exit_code == 4
    assert told in caught.value.message
    assert caught.value.hint == f'请运行："{sys.executable}" -m pip install {installed}'


def test_forms_without_a_library_need_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("docx", "openpyxl", "lxml", "icalendar"):
        monkeypatch.setitem(sys.modules, library, None)
    for form in FORMS.values():
        if not form.library and form.name != "yaml":
            assert render(form, sample()._replace(records=lambda: [{"id": "1"}]))
