import json
from pathlib import Path

import pytest

from plan_cli.cli.app import main
from plan_cli.planfile.json_schema import json_schema


def test_schema_on_standard_output_and_in_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["schema"]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed) == json_schema()
    assert main(["schema", "-o", "schema.json"]) == 0
    assert Path("schema.json").read_text(encoding="utf-8") == printed
    assert main(["schema", "-o", "schema.yaml"]) == 2
