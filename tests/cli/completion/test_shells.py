"""What each shell hands over, and how it wants the answer."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from plan_cli.cli.app import build
from plan_cli.cli.completion.candidates import Candidate, Offer
from plan_cli.cli.completion.shells import SHELLS, answer, script, split_words
from tests.conftest import Run, run_process

Ask = Callable[..., list[str]]


@pytest.fixture
def ask(capsysbinary: pytest.CaptureFixture[bytes]) -> Ask:
    def asked(shell: str, *arguments: str) -> list[str]:
        assert answer(build(), shell, arguments) == 0
        return capsysbinary.readouterr().out.decode().splitlines()

    return asked


@pytest.mark.parametrize(
    ("line", "words", "quote"),
    [
        ("plan list ", ["plan", "list", ""], ""),
        ("plan  list\tk", ["plan", "list", "k"], ""),
        ('plan "科普 部', ["plan", "科普 部"], '"'),
        ("plan '科普' x", ["plan", "科普", "x"], ""),
        (r"plan a\ b", ["plan", "a b"], ""),
        (r"plan 'a\' b", ["plan", "a\\", "b"], ""),
        ('plan --dept="科', ["plan", "--dept=科"], '"'),
        ("plan 科普　部", ["plan", "科普　部"], ""),
        ("plan ''", ["plan", ""], ""),
        ("plan a\\", ["plan", "a"], ""),
    ],
)
def test_a_line_is_parted_as_the_shell_does(line: str, words: list[str], quote: str) -> None:
    assert split_words(line) == (words, quote)


@pytest.mark.parametrize(
    ("line", "own", "first"),
    [
        ("plan list --dept kp", "kp", "科普部"),
        ("plan list --dept=kp", "kp", "科普部"),
        ("plan list --dept=kp", "--dept=kp", "--dept=科普部"),
        ("plan list --dept=", "", "科普部"),
        ('plan list --dept "kp', "kp", "科普部"),
    ],
)
def test_bash_puts_in_what_its_own_word_becomes(ask: Ask, line: str, own: str, first: str) -> None:
    lines = [each.split("\t")[0] for each in ask("bash", line, own)]
    assert first in lines


def test_bash_is_given_names_that_need_no_quotes() -> None:
    names = ("甲 乙", "“丙”", "(丁)$x", "a:戊")
    found = Offer(tuple(Candidate(name, "", name) for name in names))
    plain = [line.split("\t")[0] for line in SHELLS["bash"].lines(found, ("plan dept ", ""))]
    assert plain == ["甲\\ 乙", "“丙”", "\\(丁\\)\\$x", "a:戊"]
    quoted = [line.split("\t")[0] for line in SHELLS["bash"].lines(found, ('plan dept "', ""))]
    assert quoted == ["甲 乙", "“丙”", "(丁)\\$x", "a:戊"]
    behind = found._replace(candidates=found.candidates[3:], typed="a:")
    assert list(SHELLS["bash"].lines(behind, ("plan dept a:", ""))) == ["戊\ta:戊"]


def test_lists_show_meanings_below_each_other(ask: Ask) -> None:
    assert ask("zsh", "list", "--role", "s") == [
        "some\tsome     待确认",
        "support\tsupport  配合",
    ]


def test_fish_is_given_the_alias_for_it_shows_only_what_was_begun(ask: Ask) -> None:
    assert ask("fish", "list", "--dept", "kp") == ["kpb\t科普部 机关部室"]
    assert ask("fish", "list", "--dept", "KEP") == ["kepubu\t科普部 机关部室"]
    assert ask("fish", "list", "--dept", '"科普') == ["科普部\t机关部室"]
    assert ask("fish", "list", "--dept=kp") == ["--dept=kpb\t科普部 机关部室"]


def test_powershell_gets_text_name_and_meaning(ask: Ask) -> None:
    assert ask("powershell", "list", "--dept", "=kp") == ["科普部\t科普部\t机关部室"]
    assert ask("powershell", "list", "--list", "='工") == ["工作要点\t工作要点\t工作要点"]
    odd = Offer((Candidate("甲 ‘乙’", "", ""),), flag="--dept=")
    assert list(SHELLS["powershell"].lines(odd, ())) == ["'--dept=甲 ‘‘乙’’'\t甲 ‘乙’\t甲 ‘乙’"]


def test_a_file_is_the_shells_own_matter(ask: Ask) -> None:
    assert ask("zsh", "import", "") == ["\tfiles"]


def test_powershell_takes_no_answer_for_files(ask: Ask) -> None:
    assert ask("powershell", "import", "=") == []


def test_a_shell_asks_by_an_environment_variable_and_gets_utf8() -> None:
    done = run_process("list", "--dept", "kp", _PLAN_COMPLETE="zsh", PYTHONIOENCODING="gbk")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == "科普部\t科普部  机关部室\n"
    assert run_process(_PLAN_COMPLETE="tcsh").returncode == 2


def test_only_the_command_is_loaded_and_the_plan_only_for_its_values() -> None:
    probe = (
        "import sys; from plan_cli.cli.app import main; main(['list', '--role', ''])\n"
        "print([m for m in ('yaml', 'rich', 'plan_cli.cli.commands.cmd_due')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "_PLAN_COMPLETE": "zsh"},
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("shell", SHELLS)
def test_scripts_are_shown(cli: Run, shell: str) -> None:
    shown = cli("completion", "--show", shell)
    assert (shown.code, shown.out, shown.err) == (0, script(shell), "")
    assert f"_PLAN_COMPLETE{' ' if shell == 'powershell' else '='}" in shown.out
    assert "eval" not in shown.out
