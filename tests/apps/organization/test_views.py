"""The pages of units and people, and the import in two steps."""

from __future__ import annotations

import re

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from quantriet.apps.organization.models import Person, Unit
from tests.apps.organization.test_importing import GOOD_PEOPLE, GOOD_UNITS, workbook
from tests.support.agency import Agency, at, sign_in


@pytest.fixture(autouse=True)
def _today(agency: Agency):  # type: ignore[no-untyped-def]
    with time_machine.travel(at(9), tick=False):
        yield


def upload(client: Client, data: bytes):  # type: ignore[no-untyped-def]
    return client.post(reverse("organization:import"), {"file": SimpleUploadedFile("don-vi.xlsx", data)})


def payload(page: str) -> str:
    found = re.search(r'name="payload" value="([^"]+)"', page)
    assert found
    return found.group(1)


def test_the_tree_shows_units_heads_and_counts(agency: Agency) -> None:
    page = sign_in(agency, "an").get(reverse("organization:units")).content.decode()
    for words in ("Phòng Hành chính tư pháp", "Hồ Linh Chi", "5 đơn vị · 8 người"):
        assert words in page
    assert "Phòng Quản lý khoa học" not in page


def test_a_head_sees_the_own_unit_only(agency: Agency) -> None:
    client = sign_in(agency, "chi")
    assert "Trung tâm Trợ giúp pháp lý" not in client.get(reverse("organization:units")).content.decode()
    assert client.get(reverse("organization:unit", args=[agency.civil.pk])).status_code == 200
    assert client.get(reverse("organization:unit", args=[agency.legal.pk])).status_code == 404


def test_another_department_is_not_there(agency: Agency) -> None:
    assert sign_in(agency, "binh").get(reverse("organization:unit", args=[agency.other_division.pk])).status_code == 404


@pytest.mark.parametrize(("text", "found"), [("hành chính", "S-HC"), ("HOÀNG", None), ("linh chi", "Hồ Linh Chi")])
def test_search_finds_units_and_people(agency: Agency, text: str, found: str | None) -> None:
    page = sign_in(agency, "an").get(reverse("organization:units"), {"q": text}).content.decode()
    assert (found or "Không tìm thấy «HOÀNG»") in page


def test_a_unit_shows_people_and_its_history(agency: Agency) -> None:
    client = sign_in(agency, "binh")
    form = {"name": "Phòng Hộ tịch", "symbol": "HT", "spelling": "Phòng HT", "parent": agency.department.pk}
    assert client.post(reverse("organization:unit_edit", args=[agency.civil.pk]), form).status_code == 302
    page = client.get(reverse("organization:unit", args=[agency.civil.pk])).content.decode()
    for words in ("Hồ Linh Chi", "Võ Ngọc Lan", "tên: Phòng Hành chính tư pháp → Phòng Hộ tịch", "«phòng ht»"):
        assert words in page
    page = sign_in(agency, "chi").get(reverse("organization:unit", args=[agency.civil.pk])).content.decode()
    assert "Lịch sử" not in page


def test_a_wrong_correction_keeps_what_was_typed(agency: Agency) -> None:
    client = sign_in(agency, "binh")
    answer = client.post(reverse("organization:unit_edit", args=[agency.civil.pk]), {"name": "", "symbol": "HT"})
    assert answer.status_code == 422
    assert 'value="HT"' in answer.content.decode()


def test_who_may_not_manage_is_refused(agency: Agency) -> None:
    client = sign_in(agency, "chi")
    assert client.post(reverse("organization:unit_edit", args=[agency.civil.pk]), {"name": "X"}).status_code == 403
    assert client.get(reverse("organization:import")).status_code == 403
    assert upload(client, workbook(GOOD_UNITS)).status_code == 403
    assert client.post(reverse("organization:import_confirm"), {"payload": ""}).status_code == 403


def test_import_looks_first_and_writes_on_confirmation(agency: Agency) -> None:
    client = sign_in(agency, "minh")
    preview = upload(client, workbook(GOOD_UNITS, GOOD_PEOPLE))
    assert preview.status_code == 200
    assert not Unit.objects.filter(code="S-KT").exists()
    told = {"payload": payload(preview.content.decode())}
    assert client.post(reverse("organization:import_confirm"), told).status_code == 302
    assert Unit.objects.filter(code="S-KT").exists()
    assert client.post(reverse("organization:import_confirm"), told).status_code == 302
    assert Person.objects.filter(code="CB10").count() == 1


def test_another_person_cannot_confirm(agency: Agency) -> None:
    told = {"payload": payload(upload(sign_in(agency, "minh"), workbook(GOOD_UNITS)).content.decode())}
    for client, sent in (
        (sign_in(agency, "binh"), told),
        (sign_in(agency, "minh"), {"payload": told["payload"] + "x"}),
    ):
        assert client.post(reverse("organization:import_confirm"), sent).status_code == 409
    assert not Unit.objects.filter(code="S-KT").exists()


def test_errors_are_shown_as_a_table(agency: Agency) -> None:
    wrong = [row[:] for row in GOOD_UNITS]
    wrong[0][3] = "Hội"
    answer = upload(sign_in(agency, "minh"), workbook(wrong))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "«Hội» không phải loại đơn vị." in page
    assert "Đơn vị, dòng 2" in page


def test_a_file_that_is_no_workbook_is_told_on_the_field(agency: Agency) -> None:
    answer = upload(sign_in(agency, "minh"), b"abc")
    assert answer.status_code == 422
    assert "Không đọc được tệp này." in answer.content.decode()


def test_the_template_is_a_workbook(agency: Agency) -> None:
    answer = sign_in(agency, "minh").get(reverse("organization:import_template"))
    assert answer.content[:2] == b"PK"
    assert "attachment" in answer["Content-Disposition"]


def test_the_tree_takes_the_same_queries_however_many_units(agency: Agency, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    client = sign_in(agency, "an")
    with django_assert_max_num_queries(16):
        client.get(reverse("organization:units"))


def test_nobody_signed_in_is_sent_to_sign_in(agency: Agency) -> None:
    assert Client().get(reverse("organization:units")).status_code == 302


def test_a_unit_is_opened_staffed_emptied_and_closed(agency: Agency) -> None:
    client = sign_in(agency, "binh")
    form = {"code": "S-KT", "name": "Phòng Kiểm tra", "kind": "division", "short_name": "", "symbol": ""}
    url = reverse("organization:unit_open", args=[agency.department.pk])
    assert client.post(url, form).status_code == 302
    assert client.post(url, form).status_code == 422  # the code is taken
    unit = Unit.objects.get(code="S-KT")
    person = {"code": "CB10", "full_name": "Ngô Gia Hân", "status": "civil_servant", "title": "Trưởng phòng"}
    staff = reverse("organization:staff", args=[unit.pk])
    assert client.post(staff, person | {"rank": "head"}).status_code == 302
    assert client.post(reverse("organization:unit_close", args=[unit.pk])).status_code == 409
    page = client.get(reverse("organization:unit", args=[unit.pk])).content.decode()
    assert "Ngô Gia Hân" in page
    assert "Giải thể đơn vị" not in page
    holding = Person.objects.get(code="CB10").holdings.get()
    assert client.post(reverse("organization:relieve", args=[holding.pk])).status_code == 302
    assert "Giải thể đơn vị" in client.get(reverse("organization:unit", args=[unit.pk])).content.decode()
    assert client.post(reverse("organization:unit_close", args=[unit.pk])).status_code == 302
    client.get(reverse("organization:units"))  # says so once
    assert "Phòng Kiểm tra" not in client.get(reverse("organization:units")).content.decode()


def test_somebody_known_takes_another_post(agency: Agency) -> None:
    client, staff = sign_in(agency, "binh"), reverse("organization:staff", args=[agency.legal.pk])
    post = {"status": "civil_servant", "title": "Phó Trưởng phòng", "rank": "deputy"}
    assert client.post(staff, post | {"code": "lan", "full_name": ""}).status_code == 302
    assert Person.objects.get(code="lan").holdings.count() == 2
    for wrong in ({"code": "lan", "full_name": "Người Khác"}, {"code": "giang", "full_name": ""}, {"code": "new"}):
        answer = client.post(staff, post | wrong)
        assert answer.status_code == 422, wrong
    assert "Cao Hương Giang" not in client.post(staff, post | {"code": "giang"}).content.decode()


def test_a_unit_is_moved_from_its_page(agency: Agency) -> None:
    client = sign_in(agency, "binh")
    form = {"name": agency.civil.name, "short_name": "", "symbol": "", "spelling": "", "parent": agency.office.pk}
    assert client.post(reverse("organization:unit_edit", args=[agency.civil.pk]), form).status_code == 302
    page = client.get(reverse("organization:unit", args=[agency.civil.pk])).content.decode()
    assert "Sở Tư pháp → Văn phòng Sở" in page
    inside = form | {"parent": agency.civil.pk}
    assert client.post(reverse("organization:unit_edit", args=[agency.civil.pk]), inside).status_code == 422
