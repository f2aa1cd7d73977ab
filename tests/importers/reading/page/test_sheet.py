from plan_cli.importers.reading.page.sheet import Sheet


def style(css: str, tag: str = "p", **given: str) -> str:
    return Sheet(f"<style>{css}</style>").style_of(tag, given)


def test_rules_are_found_by_tag_class_id_and_tag_with_one_of_these() -> None:
    css = "P{display:a}.甲{visibility:b}#n1{mso-hide:c}p.k{text-decoration:d}b,p#n1{display:e}"
    assert style(css) == "display:a"
    assert style(css, **{"class": "k 甲", "id": "n1"}) == (
        "display:e;visibility:b;mso-hide:c;text-decoration:d"
    )
    assert style(css, "b", **{"class": "k"}) == "display:e"


def test_what_outweighs_holds_whatever_comes_later() -> None:
    assert style("#x{display:a}p{display:b}.k{display:c}", **{"class": "k", "id": "x"}) == (
        "display:a"
    )
    assert style(".k{display:a}.l{display:b}", **{"class": "l k"}) == "display:b"
    assert style(".k{display:a}", **{"class": "k", "style": "Display: b; width:9px"}) == (
        "display:b;width:9px"
    )
    important = style(
        ".k{display:a !important}.k{display:b}", **{"class": "k", "style": "display:c"}
    )
    assert important == "display:a!important"


def test_rules_for_other_media_states_and_places_are_none() -> None:
    for css in (
        "@media print{.k{display:none}}",
        "@supports(a){@media b{.k{display:none}}}",
        ".k:hover,.k::before,.j .k,.j>.k,.k.j,*{display:none}",
        "/* .k{display:none} */.k{color:red}",
        "/* .k{display:none}",
        ".k{display:none",
        "}}.k{",
    ):
        assert style(css, **{"class": "k"}) == "", css
    assert style("@import url(a.css);.k{display:none}", **{"class": "k"}) == "display:none"
    assert Sheet("<!-- <style>p{display:none}</style> -->").style_of("p", {}) == ""


def test_a_sheet_without_end_takes_no_longer_than_another() -> None:
    for piece in ("a", "/*", "a{", "{}", "<style>", "a,"):
        assert style(piece * 100_000) == ""
