"""Personal codes: two fields are kept, nothing else of the string is anywhere afterwards."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.kernel.problem import Problem
from quantriet.engines.proximity.personal_codes import CodeKind, PersonalCode, read_personal_code

PC_COVID = "001090123456|NGUYEN VAN MAU|1990-01-31|0|QID777|0|GD4010199999999|0912345678|c2lnbmF0dXJl"
CARD = "001090123456|012345678|Nguyễn Văn Mẫu|31011990|Nam|Số 1 phố Mẫu, Hà Nội|15072021"


def test_both_codes_of_a_person_give_one_number() -> None:
    app, card = read_personal_code(PC_COVID), read_personal_code(CARD)
    assert app == PersonalCode(CodeKind.PC_COVID, "001090123456", "NGUYEN VAN MAU")
    assert card == PersonalCode(CodeKind.CHIP_CARD, "001090123456", "Nguyễn Văn Mẫu")
    assert app.pseudonym(b"secret") == card.pseudonym(b"secret") != card.pseudonym(b"another secret")
    assert len(app.pseudonym(b"secret")) == 32


def test_a_name_is_written_one_way() -> None:
    spread = unicodedata.normalize("NFD", CARD.replace(" Văn ", "   Văn  "))
    assert read_personal_code(spread).name == "Nguyễn Văn Mẫu"


@pytest.mark.parametrize("text", [PC_COVID, CARD])
def test_nothing_but_number_and_name_is_left(text: str) -> None:
    code = read_personal_code(text)
    held = " ".join(str(getattr(code, name)) for name in code.__slots__)
    for secret in ("1990", "31011990", "Nam", "phố", "0912345678", "GD401", "c2ln", "QID777", "012345678|"):
        assert secret not in held.replace(code.name, "")


@pytest.mark.parametrize("text", [PC_COVID, CARD])
def test_it_prints_itself_masked(text: str) -> None:
    code = read_personal_code(text)
    for shown in (repr(code), str(code), f"{code}", f"{[code]}", f"{ {'x': code} }"):
        assert "001090123456" not in shown
        assert code.name not in shown
    assert code.masked_number == "••••••123456"


def test_who_was_declared_by_somebody_else_is_told() -> None:
    assert read_personal_code(PC_COVID.replace("|0|QID", "|1|QID")).is_declared_by_other
    assert not read_personal_code(PC_COVID).is_declared_by_other


@pytest.mark.parametrize(
    "text",
    [
        "", "|||||", "QT1:ABC", "https://example.vn/?q=1",
        "001090123456|NGUYEN VAN MAU|1990-02-31|0|QID|0",  # no such day
        "001090123456|NGUYEN VAN MAU|31/01/1990|0|QID|0",
        "001090123456|NGUYEN VAN MAU|1990-01-31|7|QID|0",
        "001090123456||1990-01-31|0|QID|0",
        "001090123456|<script>|1990-01-31|0|QID|0",
        "0010901|NGUYEN VAN MAU|1990-01-31|0|QID",
        "00109012345|012345678|Nguyễn Văn Mẫu|31011990|Nam|Hà Nội|15072021",  # eleven digits
        "001090123456|012345678|Nguyễn Văn Mẫu|31131990|Nam|Hà Nội|15072021",
        "001090123456|NGUYEN VAN MAU|1990-01-31|0|QID|" + "x" * 1000,
    ],
)  # fmt: skip
def test_anything_else_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(Problem) as refusal:
        read_personal_code(text)
    assert refusal.value.code == "personal_codes.unreadable"
    assert "0010901" not in refusal.value.sentence
    assert "NGUYEN" not in str(refusal.value)


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    with pytest.raises(Problem):
        read_personal_code(text)


NAMES = st.text("ABCĐEGHIKLMNOPQRSTUVXYàáảãạăâđêôơư ", min_size=1, max_size=40).filter(str.strip)


@given(
    st.from_regex(r"[0-9]{12}", fullmatch=True),
    NAMES,
    st.dates(),
    st.sampled_from("01"),
    st.text("abc|09", max_size=50),
)
def test_any_well_formed_string_is_read(number: str, name: str, born: object, declared: str, rest: str) -> None:
    code = read_personal_code(f"{number}|{name}|{born}|{declared}|QID|{rest}")
    assert (code.number, code.name) == (number, " ".join(name.split()))
