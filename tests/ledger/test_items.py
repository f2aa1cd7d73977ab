from datetime import date

from plan_cli.ledger.items import Items, binds, may_bind
from tests.conftest import small_plan
from tests.ledger.making import office


def test_a_measure_with_several_targets_has_an_item_for_each() -> None:
    text = """\
      - number: 1
        measures: [建10个、修20座。, 再建3个。, 宣传。]
        note: 责任部门：甲部
        responsible: {named: [甲部]}
        editor:
          targets:
            - {what: 建, op: '=', value: 10, unit: 个, quote: 建10个}
            - {what: 修, op: '=', value: 20, unit: 座, quote: 修20座}
            - {what: 再建, op: '=', value: 3, unit: 个, quote: 再建3个}
      - number: 2
        title: 只有标题。
        measures: []
        note: 责任部门：甲部
        responsible: {named: [甲部]}
"""
    items = Items(small_plan(text), {})
    assert [(each.id, each.target and each.target.value) for each in items.all] == [
        ("1.1-1", 10),
        ("1.1-2", 20),
        ("1.2", 3),
        ("1.3", None),
        ("2", None),
    ]
    assert items.all[0].above == ("1.1-1", "1.1", "1")
    assert [item.id for item in items.under["1.1"]] == ["1.1-1", "1.1-2"]
    assert [item.id for item in items.under["1"]] == ["1.1-1", "1.1-2", "1.2", "1.3"]
    assert items.parts("1.1") == {"1.1", "1.1-1", "1.1-2"}
    assert items.parts("1.2") == {"1.2"}


def test_spaces_do_not_change_a_fingerprint_and_words_do() -> None:
    one, spaced, other = (
        Items(small_plan(text), {}).all[0].fingerprint
        for text in (
            _task("做好 2 件事。"),
            _task("做好2件事。"),
            _task("做好3件事。"),
        )
    )
    assert one == spaced != other
    assert len(one) == 16


def _task(measure: str) -> str:
    return (
        f"      - number: 1\n        measures: [{measure}]\n"
        "        note: 责任部门：甲部\n        responsible: {named: [甲部]}\n"
    )


def test_the_date_of_an_item_is_the_first_that_the_document_states() -> None:
    text = """\
      - number: 1
        measures: [6月底前试运行，年底前建成。]
        note: 责任部门：甲部
        responsible: {named: [甲部]}
        editor:
          deadlines:
            - {what: 建成, due: 2023-12-31, precision: year, quote: 年底前建成}
            - {what: 试运行, due: 2023-06-30, precision: month, quote: 6月底前试运行}
"""
    assert Items(small_plan(text), {}).all[0].due == date(2023, 6, 30)
    assert Items(office(), {}).under["1.1"][0].due is None


def test_a_kind_answers_by_its_units_or_listed_bodies_or_else_itself() -> None:
    names = [each.name for each in Items(office(), {}).answerers]
    assert names == ["甲部", "乙部", "丙馆"]
    listed = Items(office(), {"直属单位": ["丙馆", "丁院"]})
    assert [each.name for each in listed.answerers] == ["甲部", "乙部", "丙馆", "丁院"]
    assert [each.name for each in listed.answering(["直属单位"])] == ["丙馆", "丁院"]
    assert [each.name for each in listed.answering(["丁院", "甲部"])] == ["甲部", "丁院"]


def test_bodies_of_a_kind_are_reached_as_their_kind() -> None:
    items = Items(office(), {"直属单位": ["丁院"]})
    body = items.answerers[-1]
    first, book = items.under["1"][0], items.under["K1"][0]
    assert may_bind(body, first)
    assert not binds(body, first)
    assert not binds(body, book)
