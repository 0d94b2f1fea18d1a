"""The reader never refuses: damaged documents of every kind still give a reading whose places are in the text.

`QUANTRIET_MUTATIONS=10000 pytest tests/engines/reading/test_mutations.py` makes all ten thousand; a plain run makes
a sample of them, spread over the same seeds, so that each run of the sample repeats the one before.
"""

from __future__ import annotations

import os
import random
import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quantriet.engines.reading import Reading, read
from tests.engines.reading import documents, files
from tests.engines.reading.test_properties import check
from tests.engines.reading.test_unseen import EVERY

ALL = 10_000
COUNT = min(ALL, int(os.environ.get("QUANTRIET_MUTATIONS", "2500")))
SHARES = 4  # parts, so that two cores share the work
SLOWEST = 3.0  # seconds of processor time for one document of a few pages; it takes a few hundredths
TEXTS = [
    *documents.EVERY.values(),
    *(unseen.text for unseen in EVERY.values()),
    *(text for _, text, *_ in files.FILES),
]

Damage = Callable[[random.Random, str], str | bytes]
_CONFUSED = str.maketrans("ộếấảụìđơOI1ốữ§", "ôêâàuiđoO1IôưS")
_NOISE = "|¦~`^°§#@{}[]_\u00a0\u200b\ufeff\u0301\u0323\x00\x0c•·"


def _cut(chance: random.Random, text: str) -> str:
    start = chance.randrange(len(text))
    return text[start : start + chance.randrange(1, len(text))]


def _shuffle_lines(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def _shuffle_words(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    start = chance.randrange(len(words))
    part = words[start : start + 60]
    chance.shuffle(part)
    return " ".join([*words[:start], *part, *words[start + 60 :]])


def _decomposed(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + unicodedata.normalize("NFD", text[at:])


def _windows(chance: random.Random, text: str) -> str:
    return text.replace("\n", chance.choice(["\r\n", "\r", "\n\n", "\u2028", " "]))


def _recognised(chance: random.Random, text: str) -> str:
    """As a scan comes out: letters confused, marks lost, signs of dirt between."""
    share = chance.uniform(0.01, 0.3)
    signs = []
    for sign in text:
        if chance.random() < share:
            sign = chance.choice([sign.translate(_CONFUSED), "", sign + chance.choice(_NOISE), chance.choice(_NOISE)])
        signs.append(sign)
    return "".join(signs)


def _repeated(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    piece = text[at : at + chance.randrange(1, 40)]
    return text[:at] + piece * chance.randrange(2, 60) + text[at:]


def _spliced(chance: random.Random, text: str) -> str:
    other = chance.choice(TEXTS)
    return text[: chance.randrange(len(text))] + other[chance.randrange(len(other)) :]


def _random_bytes(chance: random.Random, text: str) -> bytes:
    data = bytearray(text.encode(chance.choice(["utf-8", "utf-16", "utf-16-le", "utf-8"])))
    for _ in range(chance.randrange(1, 80)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


DAMAGES: list[Damage] = [
    _cut, _shuffle_lines, _shuffle_words, _decomposed, _windows, _recognised, _repeated, _spliced, _random_bytes,
]  # fmt: skip


def mutation(seed: int) -> str | bytes:
    """The damaged document of one seed: one to three damages, bytes last."""
    chance = random.Random(seed)
    given_text: str | bytes = chance.choice(TEXTS)
    for damage in chance.sample(DAMAGES, chance.randrange(1, 4)):
        if isinstance(given_text, bytes) or not given_text:
            break
        given_text = damage(chance, given_text)
    return given_text


def _checked(source: str | bytes) -> None:
    started = time.process_time()
    reading = read(source)
    assert time.process_time() - started < SLOWEST
    assert isinstance(reading, Reading)
    check(reading)
    for item in reading.enclosures:
        assert item.span.of(reading.text) == item.reading.text
        check(item.reading)


@pytest.mark.parametrize("share", range(SHARES))
def test_a_damaged_document_is_read(share: int) -> None:
    for seed in range(0, ALL, ALL // COUNT)[share::SHARES]:
        try:
            _checked(mutation(seed))
        except Exception as error:
            raise AssertionError(f"mutation {seed}") from error


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.sampled_from(TEXTS), st.data())
def test_a_document_with_anything_put_into_it_is_read(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    to = data.draw(st.integers(at, len(text)))
    _checked(text[:at] + data.draw(st.text(max_size=40)) + text[to:])
