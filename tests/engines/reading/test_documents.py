"""Whole documents in the decree's forms, read from letterhead to signature."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from typing import Any

import pytest

from quantriet.engines.reading import Reading, read
from tests.engines.reading import documents

HEADS = [
    # document, kind, number, partial number, date, issuer, parent, abstract
    (
        "directive", "chi_thi", "12/CT-UBND", None, date(2022, 3, 5), "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN", None,
        "Về việc tăng cường công tác phòng cháy, chữa cháy rừng mùa khô năm 2022",
    ),
    (
        "letter", "cong_van", "345/KSBT-PCD", None, date(2021, 8, 9), "TRUNG TÂM KIỂM SOÁT BỆNH TẬT", "SỞ Y TẾ HẢI SƠN",
        "V/v báo cáo ca bệnh",
    ),
    (
        "decision", "quyet_dinh", "234/QĐ-UBND", None, date(2023, 1, 20), "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN", None,
        "Về việc công bố dịch bệnh trên trâu, bò tại xã Bình An",
    ),
    (
        "party", "cong_van", "35-CV/TU", None, date(2021, 4, 2), "TỈNH ỦY HẢI SƠN", None,
        "Về việc lãnh đạo công tác bầu cử",
    ),
    (
        "news", "news", "789/UBND-NN", None, date(2021, 3, 12), "UBND tỉnh", None,
        "UBND tỉnh Hải Sơn chỉ đạo tăng cường phòng, chống bệnh dại",
    ),
    (
        "scan", "cong_van", None, "/UBND-VP", None, "ỦY BAN NHÂN DÂN XÃ BÌNH AN", None,
        "V/v triển khai thu quỹ phòng, chống thiên tai năm 2019",
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", HEADS, ids=[row[0] for row in HEADS])
def test_heads(row: tuple[Any, ...]) -> None:
    reading = read(documents.EVERY[row[0]])
    assert (
        reading.kind.value,
        reading.number.value,
        reading.number_partial.value,
        reading.date.value,
        reading.issuer.value,
        reading.parent_agency.value,
        reading.abstract.value,
    ) == row[1:]


FEET = [
    ("directive", ["Thủ tướng Chính phủ (b/c)", "Như trên", "Lưu: VT, KTN"], ("TM.", "CHỦ TỊCH", "Trần Văn Mẫu")),
    ("letter", ["Như trên", "Sở Y tế (để báo cáo)", "Lưu: VT, PCD"], ("KT.", "PHÓ GIÁM ĐỐC", "Trần Thị Thử")),
    ("decision", ["Như Điều 4", "Lưu: VT, NN"], ("KT.", "PHÓ CHỦ TỊCH", "Lê Văn Giả Định")),
    ("party", ["Như trên", "Lưu Văn phòng Tỉnh ủy"], ("TM.", "PHÓ BÍ THƯ", "Nguyễn Văn Ví Dụ")),
    ("news", [], (None, None, None)),
    ("scan", ["Như kính gửi", "TT Đảng ủy, HĐND xã (b/c)", "Lưu VT"], ("KT.", "PHÓ CHỦ TỊCH", "Lê Văn Thử")),
]


@pytest.mark.parametrize(("name", "recipients", "signer"), FEET, ids=[row[0] for row in FEET])
def test_feet(name: str, recipients: list[str], signer: tuple[str | None, ...]) -> None:
    reading = read(documents.EVERY[name])
    assert [item.value for item in reading.recipients] == recipients
    assert (reading.signer.authority.value, reading.signer.title.value, reading.signer.name.value) == signer


def test_addressees_and_citations() -> None:
    reading = read(documents.LETTER)
    assert [item.value for item in reading.addressees] == [
        "Trung tâm Y tế các huyện, thành phố",
        "Các bệnh viện trong và ngoài công lập",
    ]
    (cited,) = reading.citations
    assert (cited.number, cited.date, cited.issuer) == ("2233/SYT-NVY", date(2021, 8, 7), "Sở Y tế")
    (party,) = read(documents.PARTY_LETTER).citations
    assert (party.number, party.issuer) == ("45-CT/TW", "Bộ Chính trị")


def _told(reading: Reading) -> list[tuple[str | None, str, list[str], list[str], str | None]]:
    return [
        (
            item.clause_label,
            item.type,
            [unit.value for unit in item.assignees],
            [unit.value for unit in item.cooperating],
            item.deadline.kind if item.deadline else None,
        )
        for item in reading.obligations
    ]


def test_obligations_of_a_directive() -> None:
    agency, districts = "Sở Nông nghiệp và Phát triển nông thôn", "Ủy ban nhân dân các huyện, thành phố"
    assert _told(read(documents.DIRECTIVE)) == [
        ("1.a", "task", [agency], ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", districts], None),
        ("1.b", "task", [agency, "Chi cục Kiểm lâm"], [], None),
        ("1.b", "task", [agency, "Chi cục Kiểm lâm"], [], "daily"),
        ("1.c", "task", [agency], [], "monthly"),
        ("2", "task", ["Công an tỉnh", "các đơn vị nghiệp vụ"], [], None),
        ("3", "task", ["Sở Tài chính"], [], "once"),
        ("4", "task", [districts], [], None),
        ("4", "accountability", [districts], [], None),
        ("4", "conditional", [districts], [], "within"),
        ("5", "task", ["Đài Phát thanh và Truyền hình tỉnh", "Báo Hải Sơn"], [], None),
        (None, "closing", ["Giám đốc các sở", "thủ trưởng các ban, ngành"], [], None),
    ]


def test_obligations_of_a_decision() -> None:
    district, agency = "Ủy ban nhân dân huyện Tân Lập", "Sở Nông nghiệp và Phát triển nông thôn"
    assert _told(read(documents.DECISION)) == [
        ("Điều 2.1.a", "task", [district, "Ủy ban nhân dân xã Bình An"], [], None),
        ("Điều 2.1.b", "task", [district], [], "within"),
        ("Điều 2.1.c", "prohibition", [district], [], None),
        ("Điều 2.2", "task", [agency], [], None),
        ("Điều 2.2", "task", [agency], [], "half_yearly"),
        (
            "Điều 4",
            "execution_clause",
            [
                "Chánh Văn phòng Ủy ban nhân dân tỉnh",
                "Chủ tịch Ủy ban nhân dân huyện Tân Lập",
                "Thủ trưởng các cơ quan, đơn vị có liên quan",
            ],
            [],
            None,
        ),
    ]


def test_a_page_gives_its_orders_and_not_its_furniture() -> None:
    reading = read(documents.NEWS)
    assert [kind for _, _, _, _, kind in _told(reading)] == [None, "once", None, "monthly"]
    assert not any("tử vong" in item.span.of(reading.text) for item in reading.obligations)
    assert not any("Hội nghị" in item.span.of(reading.text) for item in reading.obligations)


def test_a_blank_or_damaged_number_is_told_and_not_guessed() -> None:
    draft = read(documents.LETTER.replace("345/KSBT", "/KSBT").replace("ngày 09 tháng 8", "ngày    tháng 8"))
    assert (draft.number.value, draft.number_partial.value) == (None, "/KSBT-PCD")
    assert (draft.date.value, draft.date_partial.value) == (None, "2021-08")
    codes = {finding.code for finding in draft.findings}
    assert {"reading.number_missing", "reading.date_missing"} <= codes


def test_units_tell_how_they_were_found() -> None:
    reading = read(documents.DIRECTIVE)
    assert reading.obligations[0].assignees[0].reason == "thừa hưởng từ đề mục"
    assert reading.obligations[4].assignees[0].reason == "nêu ngay trong câu"
    assert 0 < reading.obligations[0].doubt < 1
    assert all(len(item.title) <= 90 for item in reading.obligations)


def test_the_tree_of_clauses() -> None:
    clauses = read(documents.DECISION).clauses
    assert [clause.label for clause in clauses] == ["Điều 1", "Điều 2", "Điều 3", "Điều 4"]
    assert [child.label for child in clauses[1].children] == ["Điều 2.1", "Điều 2.2"]
    assert [clause.path for clause in clauses[1].walk()][2] == ("Điều 2", "1", "a")


def test_several_documents_in_one_file() -> None:
    reading = read(documents.LETTER + "\n" + documents.DECISION)
    assert reading.number.value == "345/KSBT-PCD"
    further = [finding for finding in reading.findings if finding.code == "reading.further_document"]
    assert len(further) == 1
    assert further[0].span is not None
    assert further[0].span.of(reading.text).startswith("ỦY BAN NHÂN DÂN")


def test_a_text_layer_of_a_foreign_language_is_refused_kindly() -> None:
    rubbish = "Thirc hin Quyt djnh ngth qrst vxcz bnmk djhg ltrs cüa nhng thüy din Mtrng\n" * 30
    findings = read(rubbish).findings
    assert "reading.unusable_text" in {finding.code for finding in findings}


@pytest.mark.parametrize("name", sorted(documents.EVERY))
def test_the_unicode_form_and_line_ends_change_nothing(name: str) -> None:
    text = documents.EVERY[name]
    plain = read(text).to_label()
    assert read(unicodedata.normalize("NFD", text)).to_label() == plain
    assert read(text.replace("\n", "\r\n")).to_label() == plain
    assert read(text.encode("utf-8")).to_label() == plain
    assert read(text.encode("utf-16")).to_label() == plain


@pytest.mark.parametrize("name", ["letter", "decision"])
def test_a_document_pasted_into_one_line(name: str) -> None:
    text = documents.EVERY[name]
    lined, pasted = read(text).to_label(), read(" ".join(text.split())).to_label()
    for field in ("kind", "number", "date", "issuer", "recipients", "cites"):
        assert pasted[field] == lined[field]
    starts = [item["start"] for item in lined["obligations"]]
    assert [item["start"] for item in pasted["obligations"]] == starts


def test_the_dict_is_plain_json() -> None:
    for text in documents.EVERY.values():
        reading = read(text)
        assert json.loads(json.dumps(reading.to_dict())) == reading.to_dict()
        assert reading.to_label("7")["id"] == "7"


def test_an_invitation_gives_its_hour_to_those_who_attend() -> None:
    reading = read(
        "UBND HUYỆN TÂN LẬP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 05/GM-UBND\n"
        "Tân Lập, ngày 02 tháng 8 năm 2022\nGIẤY MỜI\nUBND huyện kính mời:\n- Lãnh đạo các phòng chuyên môn;\n"
        "- Chủ tịch UBND các xã.\nThời gian: 14 giờ 30, ngày 05/8/2022.\nĐịa điểm: Hội trường UBND huyện.\n"
        "Đề nghị Chủ tịch UBND các xã có mặt đúng thời gian.\n"
    )
    assert [item.value for item in reading.addressees] == ["Lãnh đạo các phòng chuyên môn", "Chủ tịch UBND các xã"]
    (attend,) = reading.obligations
    assert attend.deadline is not None
    assert (attend.deadline.date, attend.deadline.time) == ("2022-08-05", "14:30")


@pytest.mark.parametrize(
    ("sentence", "units", "kind", "deadline"),
    [
        ("Giao Sở Xây dựng kiểm tra; báo cáo trong tháng 7/2019.", ["Sở Xây dựng"], "task", "once"),
        (
            "Nếu để xảy ra dịch thì Chủ tịch UBND xã chịu hoàn toàn trách nhiệm trước huyện.",
            ["Chủ tịch UBND xã"],
            "accountability",
            None,
        ),
        ("Đề nghị Viễn thông Hải Sơn bảo đảm đường truyền.", ["Viễn thông Hải Sơn"], "task", None),
        ("Riêng đối với Công an tỉnh, UBND tỉnh yêu cầu rà soát địa bàn.", ["Công an tỉnh"], "task", None),
        ("Các tổ chức cơ sở đảng tổ chức sinh hoạt chuyên đề.", ["Các tổ chức cơ sở đảng"], "task", None),
        (
            "Trưởng các phòng theo chức năng được giao tổ chức thực hiện kế hoạch.",
            ["Trưởng các phòng"],
            "task",
            None,
        ),
    ],
)
def test_sentences(sentence: str, units: list[str], kind: str, deadline: str | None) -> None:
    reading = read(f"SỞ MINH HỌA\nTHÔNG BÁO\nVề công tác\nGiám đốc Sở có ý kiến như sau:\n1. {sentence}\n2. Không.\n")
    last = reading.obligations[-1]
    assert [unit.value for unit in last.assignees] == units
    assert (last.type, last.deadline.kind if last.deadline else None) == (kind, deadline)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Minh Họa thông báo để các đơn vị biết, thực hiện.",
        "Các xã đã nạo vét 12 km kênh mương.",
        "Trưởng đơn vị có thể bố trí không quá 20% số người.",
        "Thống nhất chủ trương điều chỉnh quy mô dự án.",
        "Ghi nhận kết quả đạt được trong thời gian qua.",
    ],
)
def test_sentences_that_order_nothing(sentence: str) -> None:
    reading = read(f"SỞ MINH HỌA\nTHÔNG BÁO\nVề công tác\nGiám đốc Sở có ý kiến như sau:\n1. {sentence}\n2. Không.\n")
    assert reading.obligations == ()


_LETTER_HEAD = """UBND HUYỆN TÂN LẬP
PHÒNG NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/PNV-TH
V/v báo cáo
Tân Lập, ngày 04 tháng 10 năm 2021
Kính gửi: Các phòng, ban.
Phòng Nội vụ đề nghị các phòng, ban:
"""
_LETTER_FOOT = """
Nơi nhận:
- Như trên;
- Lưu: VT.
TRƯỞNG PHÒNG
Lê Văn Thử
"""


def _body(words: str) -> Reading:
    return read(_LETTER_HEAD + words + _LETTER_FOOT)


def test_a_count_of_people_is_no_citation() -> None:
    reading = _body(
        "1. Báo cáo số người đã tiêm vắc xin hằng tuần.\n"
        "2. Báo cáo số lao động, số vốn giải ngân trước ngày 20/10/2021.\n"
        "3. Báo cáo số 12/BC-PNV ngày 01/10/2021 đã nêu tồn tại."
    )
    assert [item.clause_label for item in reading.obligations] == ["1", "2"]
    assert [cited.number for cited in reading.citations] == ["12/BC-PNV"]


def test_a_day_off_rolls_the_deadline_before_it() -> None:
    reading = _body("1. Gửi báo cáo trước ngày 15 hằng tháng; nếu trùng ngày nghỉ thì gửi vào ngày làm việc tiếp theo.")
    (duty,) = reading.obligations
    assert duty.deadline is not None
    assert (duty.deadline.kind, duty.deadline.date, duty.deadline.rolls) == ("monthly", "---15", True)


def test_a_term_of_another_clause_is_followed_also_through_a_third() -> None:
    reading = _body(
        "1. Rà soát hồ sơ, xong trước ngày 20/10/2021.\n"
        "2. Gửi kết quả theo thời hạn tại khoản 1.\n"
        "3. Tổng hợp theo thời gian nêu tại khoản 2 Mục này.\n"
        "4. Niêm yết theo thời hạn tại khoản 9."
    )
    days = [item.deadline.date if item.deadline else "" for item in reading.obligations]
    assert days == ["2021-10-20", "2021-10-20", "2021-10-20", None]
    told = reading.obligations[1].deadline
    assert told is not None
    assert (told.reason, told.doubt) == ("theo thời hạn tại khoản 1", 0.4)


def test_acts_of_one_sentence_keep_their_own_terms() -> None:
    reading = _body("1. Văn phòng công khai dự toán trước ngày 31/10/2021, theo dõi chi điện, nước hằng tháng.")
    assert [(item.deadline.kind, item.assignees[0].value) for item in reading.obligations if item.deadline] == [
        ("once", "Văn phòng"),
        ("monthly", "Văn phòng"),
    ]


_PIPES = """| STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian |
| 1 | Rà soát thủ tục | Phòng Tư pháp | Văn phòng | 10/2021 |
|   | hành chính cấp xã |   | HĐND và UBND |   |
| II | Công tác tuyên truyền | | | |
| 2 | Viết tin bài | Trung tâm Văn hóa | | Hằng tháng |"""
_TABS = """TT\tCông việc\tCơ quan thực hiện\tPhối hợp\tHoàn thành
1\tRà soát thủ tục hành chính cấp xã\tPhòng Tư pháp\tVăn phòng HĐND và UBND\t10/2021
2\tViết tin bài\tTrung tâm Văn hóa\t\tHằng tháng"""


_BARE_PIPES = """TT | Công việc | Cơ quan thực hiện | Phối hợp | Hoàn thành
1 | Rà soát thủ tục hành chính cấp xã | Phòng Tư pháp | Văn phòng HĐND và UBND | 10/2021
2 | Viết tin bài | Trung tâm Văn hóa | | Hằng tháng"""


@pytest.mark.parametrize("table", [_PIPES, _BARE_PIPES, _TABS])
def test_each_row_of_a_table_is_a_duty_with_its_units_and_term(table: str) -> None:
    told = [
        (
            item.clause_label,
            item.title,
            [unit.value for unit in item.assignees],
            [unit.value for unit in item.cooperating],
            (item.deadline.kind, item.deadline.date) if item.deadline else None,
        )
        for item in _body("Phân công nhiệm vụ như sau:\n" + table).obligations
    ]
    assert told == [
        (
            "1",
            "Rà soát thủ tục hành chính cấp xã",
            ["Phòng Tư pháp"],
            ["Văn phòng HĐND và UBND"],
            ("once", "2021-10-31"),
        ),
        ("2", "Viết tin bài", ["Trung tâm Văn hóa"], [], ("monthly", None)),
    ]


def test_what_is_no_duty() -> None:
    reading = _body(
        "1. Thời gian tiếp nhận hồ sơ: từ ngày 05/10/2021 đến ngày 15/10/2021, trong giờ hành chính.\n"
        "2. Công dân có thể nộp hồ sơ trực tuyến đến hết ngày 30/10/2021.\n"
        "3. Mọi vướng mắc đề nghị liên hệ bà Lan, số điện thoại 0900.000.333."
    )
    assert [item.title for item in reading.obligations] == []


SIGNERS = [
    ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "KT.", "PHÓ CHỦ TỊCH"),
    ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ TƯ PHÁP", "TUQ.", "GIÁM ĐỐC SỞ TƯ PHÁP"),
    ("TL. CHỦ TỊCH\nTRƯỞNG PHÒNG TÀI CHÍNH - KẾ HOẠCH", "TL.", "TRƯỞNG PHÒNG TÀI CHÍNH - KẾ HOẠCH"),
    ("TL. BỘ TRƯỞNG\nVỤ TRƯỞNG VỤ PHÁP CHẾ", "TL.", "VỤ TRƯỞNG VỤ PHÁP CHẾ"),
    ("TL.CHỦ TỊCH\nKT.CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG", "KT.", "PHÓ CHÁNH VĂN PHÒNG"),
    ("Q. GIÁM ĐỐC", "Q.", "GIÁM ĐỐC"),
    ("T/M BAN CHẤP HÀNH\nBÍ THƯ", "TM.", "BÍ THƯ"),
    ("TM. BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC", "TM.", "PHÓ BÍ THƯ THƯỜNG TRỰC"),
    ("TM. TỔ CÔNG TÁC\nTỔ TRƯỞNG", "TM.", "TỔ TRƯỞNG"),
    ("HẠT TRƯỞNG", None, "HẠT TRƯỞNG"),
    ("PHÓ TRƯỞNG PHÒNG PHỤ TRÁCH", None, "PHÓ TRƯỞNG PHÒNG PHỤ TRÁCH"),
    ("GIÁM ĐỐC BỆNH VIỆN", None, "GIÁM ĐỐC BỆNH VIỆN"),
    ("TRƯỞNG CÔNG AN HUYỆN", None, "TRƯỞNG CÔNG AN HUYỆN"),
    ("KẾ TOÁN TRƯỞNG", None, "KẾ TOÁN TRƯỞNG"),
]


@pytest.mark.parametrize(("block", "authority", "title"), SIGNERS, ids=[row[0].replace("\n", " / ") for row in SIGNERS])
@pytest.mark.parametrize("is_beside", [False, True], ids=["below the list", "beside it"])
def test_who_signs(block: str, authority: str | None, title: str, is_beside: bool) -> None:
    left = ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    right = [*block.split("\n"), "", ""]
    foot = [f"{a}\t{b}".rstrip() for a, b in zip(left, right, strict=False)] if is_beside else [*left, block]
    signer = read("\n".join([_LETTER_HEAD + "1. Báo cáo trước ngày 20/10/2021./.", *foot, "", "Lê Văn Thử"])).signer
    assert (signer.authority.value, signer.title.value, signer.name.value) == (authority, title, "Lê Văn Thử")


def test_a_document_named_again_by_its_number_alone_is_one() -> None:
    reading = _body(
        "1. Thực hiện Quyết định số 777/QĐ-UBND ngày 01/9/2021 của UBND huyện; các Nghị định số 30/2020/NĐ-CP, "
        "09/2019/NĐ-CP.\n2. Quyết định số 777 thay thế Quyết định số 12."
    )
    assert [item.number for item in reading.citations] == ["777/QĐ-UBND", "30/2020/NĐ-CP", "09/2019/NĐ-CP", "12"]


def test_a_clause_speaks_to_whom_it_is_about() -> None:
    reading = _body("1. Đối với UBND các xã, thị trấn: Quản lý chặt bến bãi; lập danh sách gửi trước 16h00 hàng ngày.")
    assert [([unit.value for unit in item.assignees], item.deadline is not None) for item in reading.obligations] == [
        (["UBND các xã, thị trấn"], False),
        (["UBND các xã, thị trấn"], True),
    ]


def test_a_petition_passed_on_is_a_duty_of_who_gets_it() -> None:
    words = "Phòng Nội vụ chuyển đơn của ông N.V.A. đến Chủ tịch UBND xã Hòa An để giải quyết trước ngày 30/10/2021."
    (duty,) = read(
        _LETTER_HEAD.replace("Phòng Nội vụ đề nghị các phòng, ban:\n", "") + words + _LETTER_FOOT
    ).obligations
    assert [unit.value for unit in duty.assignees] == ["Chủ tịch UBND xã Hòa An"]
    assert duty.deadline is not None
    assert duty.deadline.date == "2021-10-30"
    told = words.replace("chuyển đơn", "đã chuyển đơn")
    assert (
        read(_LETTER_HEAD.replace("Phòng Nội vụ đề nghị các phòng, ban:\n", "") + told + _LETTER_FOOT).obligations == ()
    )
