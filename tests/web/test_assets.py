"""The interface font is cut small, whole and once."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from quantriet.web.assets import DIGITS, WEIGHTS, build_assets

VIETNAMESE = "ắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵđăâêôơưĂÂĐÊÔƠƯ“”–…₫"


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("assets")
    build_assets(folder)
    return folder


@pytest.mark.parametrize("weight", WEIGHTS)
def test_holds_every_vietnamese_letter_and_figures_of_one_width(target: Path, weight: int) -> None:
    font = TTFont(target / "quantriet" / "fonts" / f"be-vietnam-pro-{weight}.woff2")
    assert set(map(ord, VIETNAMESE + DIGITS)) <= set(font.getBestCmap())
    lookups = font["GSUB"].table.LookupList.Lookup
    twins = {twin for lookup in lookups for table in lookup.SubTable for twin in table.mapping.values()}
    assert len(twins) == 10
    assert len({font["hmtx"][twin][0] for twin in twins}) == 1


def test_is_small(target: Path) -> None:
    assert sum(file.stat().st_size for file in target.rglob("*.woff2")) < 50_000


def test_second_call_writes_nothing(target: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in target.rglob("*")}
    build_assets(target)
    assert {file: file.stat().st_mtime_ns for file in target.rglob("*")} == before


def test_missing_file_is_made_again(target: Path) -> None:
    lost = next(target.rglob("*-700.woff2"))
    lost.unlink()
    build_assets(target)
    assert lost.is_file()
