"""Folding against the rule written letter by letter."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from quantriet.engines.kernel import fold

SIGNS = {"-": "‐‑‒–—―−", '"': "“”„‟«»″", "'": "‘’‚‛´`′", " ": "\u00a0\u2007\u202f\t"}
NEW_STYLE = {old: new for olds, news in (
    ("oà oá oả oã oạ", "òa óa ỏa õa ọa"), ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"), ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
) for old, new in zip(olds.split(), news.split(), strict=True)}  # fmt: skip


def slow_fold(text: str) -> str:
    letters = []
    for letter in unicodedata.normalize("NFC", text):
        low = letter.lower() if len(letter.lower()) == 1 else letter
        letters.append(next((plain for plain, signs in SIGNS.items() if low in signs), low))
    at = 0
    while at < len(letters):
        pair = "".join(letters[at : at + 2])
        before, after = "".join(letters[:at])[-1:], "".join(letters[at + 2 : at + 3])
        if pair in NEW_STYLE and before not in ("q", "Q") and not re.match("[a-zà-ỹ]", after):
            letters[at : at + 2] = NEW_STYLE[pair]
            at += 1
        at += 1
    return "".join(letters)


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from("qQoOuUaàÁạèẻỳÝỵnİ \n\t.;-–—“”»’`\u00a0\u0301\u0323")) | st.text())
def test_fold_is_the_rule_letter_by_letter(text: str) -> None:
    assert fold(text) == slow_fold(text)
    assert len(fold(text)) == len(unicodedata.normalize("NFC", text))
