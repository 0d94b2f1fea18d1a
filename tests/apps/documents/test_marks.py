"""The marked text: escaped, sound elements, every mark found again."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from quantriet.apps.documents.marks import Mark, render_marked

VOID: set[str] = set()


class Checker(HTMLParser):
    """Collects the text under each mark and complains of elements that cross."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.text: dict[str, str] = {}
        self.all = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((tag, dict(attrs).get("data-span") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.all += data
        for _tag, id_ in self.open:
            if id_:
                self.text[id_] = self.text.get(id_, "") + data


def parse(html: str) -> Checker:
    checker = Checker()
    checker.feed(html)
    checker.close()
    assert not checker.open
    return checker


def test_hostile_text_is_only_text() -> None:
    text = "<script>alert('x')</script> & <b onclick=\"y\">\nhai </p><script>"
    html = render_marked(text, [Mark("a", 0, 20), Mark("b", 5, len(text))])
    assert "<script" not in html
    assert "<b " not in html
    assert parse(html).text["b"] == re.sub(r"\n", "", text)[5:]


def test_nested_and_crossing_marks() -> None:
    html = render_marked("abcdefghij", [Mark("a", 0, 6), Mark("b", 2, 4), Mark("c", 4, 9)])
    found = parse(html).text
    assert found == {"a": "abcdef", "b": "cd", "c": "efghi"}


def test_lead_stands_once_for_a_mark_over_lines() -> None:
    html = render_marked("một\nhai\nba", [Mark("a", 0, 10, lead="1.")])
    assert html.count("1.") == 1
    assert html.count('data-span="a"') == 3


def test_short_lines_of_the_head_stand_in_the_middle() -> None:
    html = render_marked("SỞ TƯ PHÁP\n\nNội dung", [], head_end=11)
    assert html == '<p class="mid caps">SỞ TƯ PHÁP</p>\n<p>Nội dung</p>'


texts = st.text(st.sampled_from('ab <&\n"'), max_size=40)
spans = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8)


@given(texts, spans)
def test_any_marks_on_any_text(text: str, pairs: list[tuple[int, int]]) -> None:
    marks = [Mark(f"m{at}", min(pair), min(max(pair), len(text))) for at, pair in enumerate(pairs)]
    checker = parse(render_marked(text, marks))
    lines = [line.strip() for line in text.split("\n")]
    assert checker.all.replace("\n", "") == "".join(lines)
    for mark in marks:
        wanted = "".join(text[mark.start : mark.end].split())
        assert "".join(checker.text.get(mark.id, "").split()) == wanted
