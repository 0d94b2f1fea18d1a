"""Spec table: how documents name those who must act, and who that is in an agency."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from quantriet.apps.organization.building import build_unit
from quantriet.apps.organization.models import Post, PostRank, UnitKind, UnitSpelling
from quantriet.apps.organization.resolve import Resolver
from tests.support.agency import START, TODAY, Agency

ALL = {"S-VP", "S-HC", "S-PB", "S-TG", "S-DG"}
DIVISIONS = {"S-HC", "S-PB"}
SERVICE = {"S-TG", "S-DG"}

CERTAIN = [
    # phrase, units, titles of the posts named
    ("Trưởng các Phòng chuyên môn, nghiệp vụ", DIVISIONS, {"Trưởng phòng"}),
    ("các phòng chuyên môn", DIVISIONS, {None}),
    ("Các phòng chuyên môn, nghiệp vụ thuộc Sở", DIVISIONS, {None}),
    ("Thủ trưởng các phòng chuyên môn", DIVISIONS, {"Trưởng phòng"}),
    ("Trưởng, Phó các Phòng chuyên môn, nghiệp vụ", DIVISIONS, {"Trưởng phòng", "Phó Trưởng phòng"}),
    ("lãnh đạo các phòng", DIVISIONS, {"Trưởng phòng", "Phó Trưởng phòng"}),
    ("Chánh Văn phòng Sở", {"S-VP"}, {"Chánh Văn phòng"}),
    ("đồng chí Chánh Văn phòng Sở Tư pháp", {"S-VP"}, {"Chánh Văn phòng"}),
    ("Văn phòng Sở", {"S-VP"}, {None}),
    ("văn phòng", {"S-VP"}, {None}),
    ("VP Sở", {"S-VP"}, {None}),
    ("các đơn vị sự nghiệp thuộc Sở", SERVICE, {None}),
    ("đơn vị sự nghiệp công lập trực thuộc Sở", SERVICE, {None}),
    ("Trưởng các đơn vị sự nghiệp", SERVICE, {"Giám đốc Trung tâm", None}),
    ("Trưởng các phòng chuyên môn, đơn vị sự nghiệp thuộc Sở", DIVISIONS | SERVICE,
     {"Trưởng phòng", "Giám đốc Trung tâm", None}),
    ("Trưởng các Phòng chuyên môn, nghiệp vụ và Trưởng các đơn vị sự nghiệp", DIVISIONS | SERVICE,
     {"Trưởng phòng", "Giám đốc Trung tâm", None}),
    ("Lãnh đạo Sở", {"S"}, {"Giám đốc", "Phó Giám đốc"}),
    ("Ban Giám đốc Sở", {"S"}, {"Giám đốc", "Phó Giám đốc"}),
    ("Giám đốc Sở", {"S"}, {"Giám đốc"}),
    ("Giám đốc Sở Tư pháp tỉnh Phước An", {"S"}, {"Giám đốc"}),
    ("các Phó Giám đốc Sở", {"S"}, {"Phó Giám đốc"}),
    ("Thủ trưởng cơ quan", {"S"}, {"Giám đốc"}),
    ("Giám đốc", {"S"}, {"Giám đốc"}),
    ("Sở Tư pháp", {"S"}, {None}),
    ("các đơn vị thuộc Sở", ALL, {None}),
    ("Các phòng, đơn vị thuộc Sở", ALL, {None}),
    ("toàn thể các đơn vị", ALL, {None}),
    ("Thủ trưởng các đơn vị thuộc, trực thuộc", ALL,
     {"Chánh Văn phòng", "Trưởng phòng", "Giám đốc Trung tâm", None}),
    ("các cơ quan, đơn vị trực thuộc Sở", ALL, {None}),
    ("Lãnh đạo Sở; Văn phòng Sở; Phòng Hành chính tư pháp", {"S", "S-VP", "S-HC"},
     {"Giám đốc", "Phó Giám đốc", None}),
    # a unit's own name in its usual spellings
    ("Phòng Phổ biến, giáo dục pháp luật", {"S-PB"}, {None}),
    ("PHÒNG PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT", {"S-PB"}, {None}),
    ("Phòng Phổ biến - giáo dục pháp luật", {"S-PB"}, {None}),
    ("Phòng Phổ biến & giáo dục pháp luật", {"S-PB"}, {None}),
    ("Phòng PBGDPL", {"S-PB"}, {None}),
    ("Phòng PB,GDPL", {"S-PB"}, {None}),
    ("P. Hành chính tư pháp", {"S-HC"}, {None}),
    ("P.HCTP", {"S-HC"}, {None}),
    ("Trưởng phòng Hành chính tư pháp", {"S-HC"}, {"Trưởng phòng"}),
    ("Trưởng Phòng Phổ biến, giáo dục pháp luật", {"S-PB"}, {"Trưởng phòng"}),
    ("TT Trợ giúp pháp lý", {"S-TG"}, {None}),
    ("TT. TGPL", {"S-TG"}, {None}),
    ("Trung tâm Trợ giúp pháp lý tỉnh Phước An", {"S-TG"}, {None}),
    ("Giám đốc Trung tâm Trợ giúp pháp lý", {"S-TG"}, {"Giám đốc Trung tâm"}),
    ("Trung tâm Hoà giải và đấu giá số 1", {"S-DG"}, {None}),
    ("Trung tâm Hòa giải, đấu giá số 1", {"S-DG"}, {None}),
    ("TT hoà giải, đấu giá 1", {"S-DG"}, {None}),
    ("Văn thư", {"S-VP"}, {"Văn thư"}),
]  # fmt: skip

UNKNOWN = [
    "Phòng Lao động",
    "Phòng Phổ biến",
    "Trung tâm Hòa giải, đấu giá",  # which number is not told
    "Ủy ban nhân dân tỉnh",
    "Công an tỉnh Phước An",
    "các đơn vị có liên quan",
    "Thanh tra Sở",
    "Chi cục trưởng các chi cục",
    "",
    "...",
]


@pytest.fixture
def resolver(agency: Agency) -> Resolver:
    build_unit(code="S-DG", name="Trung tâm Hòa giải, đấu giá số 1", kind=UnitKind.PUBLIC_SERVICE,
              parent=agency.department, since=START)  # fmt: skip
    # a division inside a centre is not one of the department's divisions
    inner = build_unit(code="S-TG-1", name="Tổ Nghiệp vụ 1", kind=UnitKind.DIVISION, parent=agency.centre, since=START)
    inner.closed_on = date(2021, 7, 1)
    inner.save()
    Post.objects.create(unit=agency.department, title="Phó Giám đốc", rank=PostRank.DEPUTY)
    for unit in (agency.civil, agency.legal):
        Post.objects.create(unit=unit, title="Phó Trưởng phòng", rank=PostRank.DEPUTY)
    return Resolver(agency.department.pk, TODAY)


def codes(resolver: Resolver, phrase: str) -> set[str]:
    by_id = {unit.pk: unit.code for unit in (resolver.agency, *resolver._reach)}
    return {by_id[target.unit_id] for target in resolver.resolve(phrase).targets}


@pytest.mark.parametrize(("phrase", "units", "titles"), CERTAIN, ids=[row[0] for row in CERTAIN])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_phrase_means(resolver: Resolver, phrase: str, units: set[str], titles: set[str | None], form: str) -> None:
    found = resolver.resolve(unicodedata.normalize(form, phrase))
    assert found.is_certain, found.question
    assert codes(resolver, phrase) == units
    assert {target.post_title for target in found.targets} == titles


@pytest.mark.parametrize("phrase", UNKNOWN)
def test_unknown_phrase_is_asked_never_guessed(resolver: Resolver, phrase: str) -> None:
    found = resolver.resolve(phrase)
    assert found.targets == ()
    assert not found.is_certain
    assert found.question.endswith("Chọn đơn vị.")


def test_known_part_is_kept_and_the_rest_is_asked(resolver: Resolver) -> None:
    found = resolver.resolve("Trưởng các phòng chuyên môn, Phòng Lạ Lùng")
    assert {target.unit_name for target in found.targets} == {
        "Phòng Hành chính tư pháp", "Phòng Phổ biến, giáo dục pháp luật"
    }  # fmt: skip
    assert found.question == "Không tìm thấy đơn vị nào tên «Phòng Lạ Lùng». Chọn đơn vị."


def test_a_near_name_is_offered_not_taken(resolver: Resolver) -> None:
    found = resolver.resolve("Phòng Phổ biến pháp luật")
    assert found.targets == ()
    assert "Gần giống: Phòng Phổ biến, giáo dục pháp luật." in found.question


def test_inspectorate_among_divisions_is_asked(agency: Agency) -> None:
    build_unit(code="S-TT", name="Thanh tra Sở", kind=UnitKind.INSPECTORATE, parent=agency.department, since=START)
    resolver = Resolver(agency.department.pk, TODAY)
    found = resolver.resolve("Trưởng các phòng chuyên môn, nghiệp vụ")
    assert codes(resolver, "các phòng chuyên môn") == {"S-HC", "S-PB", "S-TT"}
    assert not found.is_certain
    assert "Thanh tra Sở" in found.question
    assert resolver.resolve("Chánh Thanh tra Sở").is_certain
    assert codes(resolver, "các phòng thuộc Sở") == {"S-HC", "S-PB"}


def test_two_units_under_one_spelling_are_asked(agency: Agency) -> None:
    build_unit(code="S-X", name="Phòng Hòa giải cơ sở", kind=UnitKind.DIVISION, parent=agency.department, since=START)
    build_unit(code="S-Y", name="Phòng Hộ tịch cơ sở", kind=UnitKind.DIVISION, parent=agency.department, since=START)
    build_unit(code="S-Z", name="Phòng Hội tụ cơ sở", kind=UnitKind.DIVISION, parent=agency.department, since=START)
    found = Resolver(agency.department.pk, TODAY).resolve("Phòng HTCS")
    assert found.targets == ()
    assert "Phòng Hộ tịch cơ sở hoặc Phòng Hội tụ cơ sở" in found.question


def test_learned_spelling_resolves(agency: Agency) -> None:
    UnitSpelling.objects.create(unit=agency.legal, folded="phòng tuyên truyền")
    assert Resolver(agency.department.pk, TODAY).resolve("Phòng Tuyên truyền").is_certain


def test_a_letter_to_all_departments_binds_this_one(resolver: Resolver) -> None:
    found = resolver.resolve("Thủ trưởng các sở, ban, ngành")
    assert [(target.unit_name, target.post_title) for target in found.targets] == [("Sở Tư pháp", "Giám đốc")]
    assert found.question.endswith("Chọn phòng, đơn vị chủ trì.")


def test_staff_are_people_not_units(resolver: Resolver) -> None:
    found = resolver.resolve("toàn thể công chức, viên chức, người lao động")
    assert len(found.targets) == 5
    assert not found.is_certain


def test_the_tree_of_the_day_counts(agency: Agency) -> None:
    agency.legal.closed_on = date(2021, 7, 22)
    agency.legal.save()
    assert codes(Resolver(agency.department.pk, date(2021, 7, 21)), "các phòng") == {"S-HC", "S-PB"}
    assert codes(Resolver(agency.department.pk, TODAY), "các phòng") == {"S-HC"}


def test_another_agency_inside_answers_for_its_own(agency: Agency) -> None:
    build_unit(code="T-PC", name="Phường Bến Cát Vàng", kind=UnitKind.COMMUNE, parent=agency.province, since=START)
    agency.province.kind = UnitKind.AGENCY
    agency.province.save()
    resolver = Resolver(agency.province.pk, TODAY)
    assert codes(resolver, "các sở, ban, ngành") == {"S", "K"}
    assert codes(resolver, "UBND các xã, phường, đặc khu") == {"T-PC"}
    assert codes(resolver, "các đơn vị thuộc tỉnh") == {"S", "K", "T-PC"}
    assert codes(resolver, "Chủ tịch Ủy ban nhân dân các xã, phường") == {"T-PC"}


def test_four_queries_however_many_phrases(agency: Agency, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_max_num_queries(6):
        resolver = Resolver(agency.department.pk, TODAY)
        for phrase, *_ in CERTAIN:
            resolver.resolve(phrase)
