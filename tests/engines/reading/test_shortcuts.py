"""What is looked for first, to save the longer look, never hides what the longer look would have found."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from quantriet.engines.kernel import Span
from quantriet.engines.reading import blocks, deadlines, demands, lexicon, names, quality
from quantriet.engines.reading.flat import Flat, bare
from quantriet.engines.reading.layout import lines_of
from tests.engines.reading.test_properties import PIECES

WORDS = """
    văn_hóa thể_thao và du_lịch , thông_tin giáo_dục đào_tạo y_tế xây_dựng đầu_tư phòng chống thiên_tai báo_cáo có
    nhiệm_vụ: trách_nhiệm được giao tại khoản 1 Điều này bị là gồm Sở Phòng huyện xã rà_soát/lập kiểm_tra. cho_biết
    tài_nguyên & môi_trường - lao_động thương_binh xã_hội quản_lý đê_điều kế_hoạch tổng_hợp phối_hợp cùng với khi nếu
    trường_hợp lúc đột_xuất sau chuyển đơn đến chịu quyết_định thi_hành biết thống_nhất chỉ_đạo đề_nghị mời mong
"""
some_words = st.lists(st.sampled_from([word.replace("_", " ") for word in WORDS.split()]), min_size=1, max_size=80).map(
    " ".join
)
texts = some_words | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80)


def _flat(words: str) -> Flat:
    return Flat.of(words, (Span(0, len(words)),))


def _in_name(flat: Flat, start: int, at: int, end: int, or_begins: bool) -> bool:
    """The plain way: from the first name on, each time anew."""
    at_least = at + 1 if or_begins else at
    for name in names.NAMES.finditer(flat.bare, start, end):
        if name.start() >= at_least or at < name.end():
            return name.start() < at_least
    return False


@settings(max_examples=200, deadline=None)
@given(some_words, st.data())
def test_known_names_are_those_of_the_whole_stretch(words: str, data: st.DataObject) -> None:
    flat = _flat(words)
    end = data.draw(st.integers(0, len(flat.text)))
    known = names.KnownNames(flat, 0, end)
    for at in sorted(data.draw(st.lists(st.integers(0, max(end - 1, 0)), max_size=12))):
        or_begins = data.draw(st.booleans())
        assert known.hold(at, or_begins) == _in_name(flat, 0, at, end, or_begins)


@settings(max_examples=200, deadline=None)
@given(texts, st.booleans())
def test_a_word_passed_over_ends_no_name(words: str, stops: bool) -> None:
    flat = _flat(words)
    for word in re.finditer(r"[^\s,;(]+", flat.text):
        at, end = word.span()
        plainly = names._stops_at(flat, 0, at, stops) and names._PLACED.match(flat.bare, at) is None
        assert names.ends_name(flat, 0, at, end, stops) == plainly


@settings(max_examples=300, deadline=None)
@given(texts)
def test_signs_stand_in_whatever_is_found(words: str) -> None:
    flat = _flat(words)
    if lexicon.ORDER.search(flat.bare):
        assert any(sign in flat.bare for sign in lexicon.ORDER_SIGNS)
    if demands._COOP.search(flat.bare):
        assert any(sign in flat.bare for sign in demands._COOP_SIGNS)
    if deadlines._EVENT.search(flat.low):
        assert any(sign in flat.low for sign in deadlines._EVENT_SIGNS)
    if demands._ACCOUNT.search(flat.bare):
        assert "trach nhiem" in flat.bare
    if demands._EXECUTION.search(flat.bare):
        assert "trach nhiem" in flat.bare or "quyet dinh" in flat.bare
    if demands._KNOWING.search(flat.bare):
        assert "biet" in flat.bare


def test_every_order_holds_a_sign() -> None:
    without = [
        words for words in lexicon._ORDER_WORDS if words and not any(map(words.__contains__, lexicon.ORDER_SIGNS))
    ]
    assert without == []


_MARKS = (
    blocks._ARTICLE, blocks._PART, blocks._ORDINAL, blocks._DECIMAL, blocks._ROMAN_LABEL, blocks._DIGIT,
    blocks._DOTLESS, blocks._LETTER, blocks._LOST, blocks._DASH,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(
        ["Điều 1", "ĐIỀU 2", "Diu 3", "Phần I", "CHƯƠNG II", "Mục 3", "Thứ nhất", "Một là", "Năm là", "1", "2.1", "IV",
         "HI", "1I", "IIl", "a", "đ", "-", "•", "~", "___", "+", ".", "Ủy ban", "giao", "(a"]
    ),
    st.sampled_from(["", ".", ")", "/", ",", ":", " .", " )", " ", "- "]),
    texts,
)  # fmt: skip
def test_a_line_passed_over_begins_with_no_mark(label: str, sign: str, words: str) -> None:
    for line in (f"{label}{sign} {words}", f"{label}{sign}{words}", words):
        if any(pattern.match(line) for pattern in _MARKS):
            assert blocks._MAY_MARK.match(line)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_a_line_of_syllables_is_no_rubbish(words: str) -> None:
    for line in lines_of(words):
        bares = quality._WORD.findall(line.bare)
        is_clean = all(quality._SYLLABLE.fullmatch(word) for word in bares)
        assert (quality._ALL_SYLLABLES.fullmatch(line.bare) is not None) == is_clean


@given(st.text(max_size=60))
def test_a_word_alone_is_as_bare_as_in_its_line(words: str) -> None:
    whole = bare(words)
    for word in quality._LONG_WORD.finditer(words):
        cut = whole[word.start() : word.end()]
        assert bare(word.group()) == cut or not cut.isascii()
