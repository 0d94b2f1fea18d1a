"""Coverage-guided fuzzing of the reader and of the files it opens, with atheris (not a dependency of the product).

    pip install atheris
    python -m tests.fuzz_reading text --seconds 600     text into the reader
    python -m tests.fuzz_reading files --seconds 600    bytes and names into the kinds of files

Starts from the invented documents of the tests. A finding is a failure of what `test_properties` holds of any input, or
an input that takes longer than three seconds of processor time; atheris writes it to a file of the folder `--found`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["quantriet.engines"]):
    from quantriet.engines.reading import read
    from quantriet.engines.reading.sources import ocr, office, text_of
from tests.engines.reading import documents, files
from tests.engines.reading.test_properties import check

SLOWEST = 3.0  # seconds of processor time
NAMES = ["a.txt", "a.docx", "a.pdf", "a.eml", "a.html", "a.zip", "a.png", "a"]


def fuzz_text(data: bytes) -> None:
    provider = atheris.FuzzedDataProvider(data)
    source = data if provider.ConsumeBool() else data[1:].decode("utf-8", "replace")
    began = time.process_time()
    reading = read(source)
    check(reading)
    for item in reading.enclosures:
        check(item.reading)
    assert time.process_time() - began < SLOWEST


def fuzz_files(data: bytes) -> None:
    name = NAMES[data[0] % len(NAMES)] if data else "a"
    began = time.process_time()
    found = text_of(data[1:], name)
    assert found.text or found.findings or len(data) < 6
    assert all(finding.message for finding in found.findings)
    assert time.process_time() - began < SLOWEST


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=["text", "files"])
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--found", type=Path, default=Path(tempfile.gettempdir()))
    words = parser.parse_args()
    # Other programs are not what is tested here, and they are slow.
    ocr.is_available = lambda: False
    office.is_available = office._program = lambda: None
    with tempfile.TemporaryDirectory() as corpus:
        for at, seed in enumerate(_seeds(words.target)):
            (Path(corpus) / f"seed{at}").write_bytes(seed)
        options = [f"-max_total_time={words.seconds}", f"-artifact_prefix={words.found}/", "-max_len=20000"]
        atheris.Setup(
            [sys.argv[0], *options, "-print_final_stats=1", corpus],
            fuzz_text if words.target == "text" else fuzz_files,
        )
        atheris.Fuzz()


def _seeds(target: str) -> list[bytes]:
    texts = [*documents.EVERY.values(), *(row[1] for row in files.FILES)]
    if target == "text":
        return [bytes([1]) + text.encode() for text in texts]
    from tests.engines.reading.sources import paper
    from tests.engines.reading.sources.test_bundles import _mail, _zip
    from tests.engines.reading.sources.test_html import PAGE
    from tests.engines.reading.sources.test_opening import _word

    letter = texts[0].encode()
    parts = [
        letter,
        _word(),
        paper.pdf(paper.HEAD + paper.BODY),
        _mail(a__txt=letter),
        PAGE.encode(),
        _zip(a__txt=letter),
    ]
    return [bytes([at]) + part for at, part in enumerate(parts)] + [b"\x07{\\rtf1 a}", b"\x06\x89PNG\r\n"]


if __name__ == "__main__":
    main()
