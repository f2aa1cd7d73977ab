from datetime import date
from pathlib import Path

from plan_cli.ledger.rebinding import carry
from tests.conftest import small_plan, small_task
from tests.ledger.making import ledger, report


def test_a_clock_set_back_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    place = ledger(tmp_path, report("3", "甲部"))
    said: list[str] = []
    earlier = place._replace(today=date(2023, 4, 1))
    with earlier.open(said.append) as desk, desk.writing("李") as act:
        act.add([report("3", "乙部")])
    assert said == ["电脑的日期比台账里最后一条记录（2023-05-01T08:00:00）还早，请核对。"]
    with place.open(said.append) as desk:
        assert [event.unit for event in desk.store.events()] == ["甲部", "乙部"]


def test_a_person_is_asked_about_what_is_not_certain() -> None:
    old = small_plan(small_task(1, measure="办好十场讲座。"), small_task(2))
    new = small_plan(small_task(1, measure="办好二十场讲座和展览。"), small_task(2))
    asked: list[str] = []

    def ask(answer: bool) -> dict[str, str]:
        def asked_for(question: str) -> bool:
            asked.append(question)
            return answer

        return dict(carry(old, new, {"1.1"}, {}, asked_for).ids)

    assert ask(True) == {"1.1": "1.1", "1": "1", "2.1": "2.1", "2": "2"}
    assert ask(False) == {"2.1": "2.1", "2": "2"}
    assert asked == ["旧 1.1：办好十场讲座。\n新 1.1：办好二十场讲座和展览。"] * 2
    assert dict(carry(old, new, set(), {}, None).ids)["1.1"] == "1.1"
