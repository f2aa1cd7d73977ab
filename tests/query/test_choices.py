import pytest

from plan_cli.model.plan import Document, Plan
from plan_cli.query.choices import issuer_choices


@pytest.mark.parametrize(
    ("document", "names"),
    [
        (Document("要点", 2023, issuer="某市科协", letterhead="某市科协文件"), ["某市科协"]),
        (Document("要点", 2023, issuer="某市科协"), ["某市科协"]),
        (Document("要点", 2023, letterhead="某市科协文件"), ["某市科协文件"]),
        (Document("要点", 2023), []),
    ],
)
def test_who_issued_a_plan_is_who_it_says_or_whose_letterhead_it_has(
    document: Document, names: list[str]
) -> None:
    assert [choice.names[0] for choice in issuer_choices(Plan(document, ()))] == names
