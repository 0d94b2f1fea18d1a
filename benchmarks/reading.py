"""How fast documents are read on one core, and how the time grows with the length of the text.

    python -m benchmarks.reading [--seconds 2] [--rounds 3]

Reads the development corpus when it lies beside the checkout, else invented letters of the same sizes. The ratio is
against the bar of 150 documents a second; the floor of the same run is one pass of Unicode normalisation and
line splitting over the same texts, which no reader can do without.
"""

from __future__ import annotations

import argparse
import time
import unicodedata
from collections.abc import Callable, Sequence

from benchmarks.directives import directive_text
from benchmarks.measure import Figure, heading, machine_line, percentile, say, table, verdict
from benchmarks.place import ROOT
from quantriet.engines.reading import read

CORPUS = ROOT.parent / "shared" / "corpus" / "dev"
BAR = 150.0  # documents a second on one core
LONG_BYTES = 5_000_000
LONG_SECONDS = 5.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=2.0, help="of each round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--long", type=int, default=LONG_BYTES, help="bytes of the long document")
    words = parser.parse_args()
    say(machine_line())
    texts, source = documents()
    sizes = [len(text) for text in texts]
    say(f"texts: {len(texts)} {source}, characters: median {percentile(sizes, 0.5):,}, p90 {percentile(sizes, 0.9):,}, "
        f"most {max(sizes):,}")  # fmt: skip
    for text in texts:
        read(text)  # patterns are compiled once
    rates, floors = [], []
    for _ in range(words.rounds):
        rates.append(_rate(texts, lambda text: read(text), words.seconds))
        floors.append(_rate(texts, _floor, words.seconds / 10))
    each = _each(texts)
    heading("Reading on one core (processor time, so that neighbours count less)")
    figure, floor = Figure(tuple(rates)), Figure(tuple(floors))
    table(
        ["", "documents/s", "÷ bar"],
        [
            ["read", figure.show(".0f"), f"{figure.median / BAR:.2f}×"],
            ["floor: normalise and split", floor.show(".0f"), f"{floor.median / BAR:.0f}×"],
        ],
    )
    half, most = percentile(each, 0.5), percentile(each, 0.9)
    say(f"  one document: median {half:.1f} ms, p90 {most:.1f} ms, most {max(each):.1f} ms")
    verdict("documents/s", figure.median, BAR, at_most=False)
    _growth(texts, words.long)


def documents() -> tuple[list[str], str]:
    """The texts to read, and what they are."""
    if CORPUS.is_dir():
        return [file.read_text("utf-8") for file in sorted(CORPUS.glob("*.txt"))], "real documents (development corpus)"
    return [invented(1200 + 450 * place) for place in range(33)], "invented letters"


def invented(length: int) -> str:
    """An invented letter of about this many characters."""
    count = max(1, (length - 800) // 270)
    return directive_text(length, [f"Rà soát nội dung {n}" for n in range(1, count + 1)])[0]


def _floor(text: str) -> object:
    return unicodedata.normalize("NFC", text).splitlines()


def _rate(texts: Sequence[str], act: Callable[[str], object], seconds: float) -> float:
    """Texts a second of processor time, over whole passes."""
    done = 0
    limit = time.perf_counter() + seconds
    started = time.process_time()
    while time.perf_counter() < limit or not done:
        for text in texts:
            act(text)
        done += len(texts)
    return done / (time.process_time() - started)


def _each(texts: Sequence[str]) -> list[float]:
    """Milliseconds of each text, the least of three."""
    return [min(_milliseconds(text) for _ in range(3)) for text in texts]


def _milliseconds(text: str) -> float:
    started = time.process_time()
    read(text)
    return (time.process_time() - started) * 1000


def _growth(texts: Sequence[str], long_bytes: int) -> None:
    """The middle text repeated: time a character must not grow with the length."""
    heading("Growth with length")
    base = sorted(texts, key=len)[len(texts) // 2]
    rows, first = [], 0.0
    for times in (1, 2, 4, 8, 16):
        text = "\n\n".join([base] * times)
        took = min(_milliseconds(text) for _ in range(3))
        first = first or took
        rows.append(
            [f"{times}×", f"{len(text):,}", f"{took:.1f}", f"{took / first:.1f}×", f"{took / first / times:.2f}"]
        )
    table(["length", "characters", "ms", "÷ 1×", "÷ linear"], rows)
    copies = max(1, long_bytes // len(base.encode()))
    text = "\n\n".join([base] * copies)
    took = _milliseconds(text) / 1000
    say(f"  {len(text.encode()) / 1e6:.1f} MB in {took:.2f} s")
    if long_bytes >= LONG_BYTES:
        verdict("seconds for 5 MB", took, LONG_SECONDS, at_most=True, unit=" s")


if __name__ == "__main__":
    main()
