import sys

import pytest

from plan_cli.errors import OutputError
from plan_cli.exporters.registry import FORMS, render
from tests.exporters.samples import sample


@pytest.mark.parametrize(("name", "library"), [("docx", "docx"), ("xlsx", "openpyxl")])
def test_a_missing_extra_is_told_with_the_install_command(
    name: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [each for each in sys.modules if each.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(OutputError) as caught:
        render(FORMS[name], sample())
    assert caught.value.exit_code == 4
    assert library in caught.value.message
    assert 'python -m pip install "plan-cli[office]"' in caught.value.hint


def test_forms_without_an_extra_need_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("docx", "openpyxl", "lxml"):
        monkeypatch.setitem(sys.modules, library, None)
    for form in FORMS.values():
        if not form.extra and form.name != "yaml":
            assert render(form, sample())
