"""The whole way of a directive: pasted, read, reviewed, adopted, reported on, consolidated, seen clause by clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e import office, units
from tests.e2e.stage import DESK, PHONE, Stage
from tests.e2e.texts import directives
from tests.support.agency import Agency

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.mark.parametrize("path", directives())
def test_a_directive_goes_its_way(stage: Stage, agency: Agency, path: Path, tmp_path: Path) -> None:
    text = path.read_text("utf-8")
    dung = stage.sign_in("dung", DESK)
    office.receive(dung, text)
    office.receive_again(dung, text)
    binh = stage.sign_in("binh", DESK)
    stage.move_to(8, 20)
    office.review(binh)
    office.adopt(binh)
    chi = stage.sign_in("chi", PHONE)
    stage.move_to(9, 5)
    units.acknowledge_all(chi)
    stage.move_to(14, 36)
    ha, khang = stage.sign_in("ha", PHONE), stage.sign_in("khang", PHONE)
    units.open_report(chi)
    receipts = {units.report_with_figures(chi), units.report_nil(ha)}
    assert len(receipts) == 2
    stage.move_to(15, 0, 1)
    units.report_late(khang)
    stage.move_to(15, 30)
    office.read_notices(binh, "1 đơn vị chưa báo cáo ngày 22/7", "Vẫn chưa báo cáo ngày 22/7", "Quá hạn báo cáo")
    office.consolidate(binh)
    office.approve(binh)
    office.export(binh, tmp_path)
    stage.move_to(15, 50)
    units.correct(chi)
    units.report_ad_hoc(ha)
    office.see_change(binh)
    office.see_document(binh)
    office.see_board(stage.sign_in("an", DESK))
