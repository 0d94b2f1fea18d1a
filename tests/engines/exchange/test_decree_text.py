"""A structure written in the decree's form is read as the same structure: writing and reading are one convention."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quantriet.engines.exchange import decree_text, structure_of
from quantriet.engines.exchange.decree_text import TITLES
from quantriet.engines.reading import read
from tests.engines.reading import documents

PLACES = ["Hải An", "Vân Lĩnh", "An Thượng", "Bình Sa"]
ISSUERS = ["SỞ MINH HỌA", "PHÒNG NỘI VỤ", "TRUNG TÂM Y TẾ", "BAN QUẢN LÝ KHU KINH TẾ", "VĂN PHÒNG"]
PARENTS = [None, "UBND TỈNH HẢI SƠN", "ỦY BAN NHÂN DÂN HUYỆN TÂN LẬP"]
MARKS = {
    "cong_van": "",
    "thong_bao": "TB-",
    "quyet_dinh": "QĐ-",
    "ke_hoach": "KH-",
    "chi_thi": "CT-",
    "cong_dien": "CĐ-",
}
ABOUT = [
    "trực bão số 3",
    "rà soát trang thiết bị phòng cháy, chữa cháy",
    "tổ chức Ngày sách",
    "kiểm kê tài sản năm 2024",
]
UNITS = [
    "Các phòng chuyên môn",
    "Sở Văn hóa, Thể thao và Du lịch",
    "UBND các huyện, thị xã",
    "Trạm Y tế xã",
    "Công an tỉnh",
]
KEPT = ["Như trên", "UBND tỉnh (b/c)", "Các Phó Giám đốc", "Phòng Tài chính - Kế hoạch"]
ACTS = [
    "trực 24/24 giờ", "báo cáo về Văn phòng trước 15 giờ 00 hằng ngày", "rà soát, lập danh sách", "bố trí kinh phí",
    "phối hợp với Công an tỉnh kiểm tra bến bãi trước ngày 20/9/2024", "gửi kết quả theo Công văn số 12/SMH-VP",
]  # fmt: skip
POSTS = ["GIÁM ĐỐC", "CHỦ TỊCH", "HIỆU TRƯỞNG", "TRƯỞNG PHÒNG"]
NAMES = ["Trần Văn Mẫu", "Lê Thị Ví Dụ", "Phan Hữu Giả Định"]

sentences = st.builds(lambda who, act: f"{who} {act}.", st.sampled_from(UNITS), st.sampled_from(ACTS))
clauses = st.recursive(
    st.fixed_dictionaries({"text": sentences, "children": st.just([])}),
    lambda below: st.fixed_dictionaries(
        {
            "text": st.sampled_from([f"{unit}:" for unit in UNITS]),
            "children": st.lists(below, min_size=1, max_size=5),
        }
    ),
    max_leaves=12,
)
signers = st.builds(
    lambda post, name, deputy: {
        "authority": "KT." if deputy else None, "title": f"PHÓ {post}" if deputy else post, "name": name,
    },
    st.sampled_from(POSTS), st.sampled_from(NAMES), st.booleans(),
)  # fmt: skip


def _depth(clause: dict[str, Any]) -> int:
    return 1 + max((_depth(child) for child in clause["children"]), default=0)


@st.composite
def structures(draw: st.DrawFn) -> dict[str, Any]:
    """Documents as the decree has them: a letter has addressees, a decision articles, every other kind a title."""
    kind = draw(st.sampled_from(["cong_van", *TITLES]))
    issuer = draw(st.sampled_from(ISSUERS))
    is_letter = kind == "cong_van"
    levels = 4 if kind == "quyet_dinh" else 3
    return {
        "kind": kind,
        "number": f"{draw(st.integers(10, 2999))}/{MARKS[kind]}{draw(st.sampled_from(['SMH-VP', 'PNV', 'TTYT-KH']))}",
        "date": draw(st.dates(date(2011, 1, 1), date(2035, 12, 31))).isoformat(),
        "place": draw(st.sampled_from(PLACES)),
        "issuer": issuer,
        "parent_agency": draw(st.sampled_from(PARENTS)),
        "abstract": ("V/v " if is_letter else "Về việc ") + draw(st.sampled_from(ABOUT)),
        "addressees": draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=4, unique=True)) if is_letter else [],
        "clauses": draw(st.lists(clauses.filter(lambda one: _depth(one) <= levels), min_size=1, max_size=6)),
        "recipients": [*draw(st.lists(st.sampled_from(KEPT), max_size=3, unique=True)), "Lưu: VT"],
        "signer": draw(signers),
    }


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(structures())
def test_what_is_written_is_read_as_the_same_structure(structure: dict[str, Any]) -> None:
    text = decree_text(structure)
    found = structure_of(read(text).to_dict())
    assert found == structure | {"place": None}, text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(structures())
def test_labels_are_those_of_the_decree(structure: dict[str, Any]) -> None:
    reading = read(decree_text(structure))
    first = "Điều 1" if structure["kind"] == "quyet_dinh" else "1"
    assert reading.clauses[0].label == first
    assert len(reading.clauses) == len(structure["clauses"])


@pytest.mark.parametrize("name", ["directive", "letter", "decision"])
def test_a_read_document_written_anew_keeps_its_clauses(name: str) -> None:
    before = structure_of(read(documents.EVERY[name]).to_dict())
    after = structure_of(read(decree_text(before)).to_dict())
    assert after == before


def test_a_clause_with_more_points_than_letters_is_refused() -> None:
    point = {"text": "Sở A trực.", "children": []}
    crowd = {"kind": "ke_hoach", "clauses": [{"text": "Các sở:", "children": [point] * 24}]}
    with pytest.raises(ValueError, match="at most 23 points"):
        decree_text(crowd)


def test_a_structure_with_little_in_it_is_still_written() -> None:
    text = decree_text({"kind": "other", "clauses": []})
    assert re.match("CỘNG HÒA", text)
