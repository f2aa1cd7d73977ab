from plan_cli.exporters.to_csv import export
from plan_cli.report import Column, Group, Report, Row


def test_numbers_stay_numbers_and_texts_texts() -> None:
    columns = (Column("编号", 4, ids=True), Column("内容", 8), Column("数", 4))
    rows = (Row(("1.10", "=1+1", -3)), Row(("1-1", "甲，\n“乙”", 2.5)), Row(("2", "-1", None)))
    assert export(Report("", columns, (Group(rows),))) == (
        "编号,内容,数\n1．10,'=1+1,-3\n1－1,\"甲，\n“乙”\",2.5\n2,'-1,\n"
    )
