"""Which words head the name of a unit, a post or a class of people (từ đứng đầu tên gọi).

Reads: the text without marks to find a word, and the folded text to tell it from words that look like it.
"""

from __future__ import annotations

import re

from .flat import Flat
from .lexicon import HEAD, SHORT_VERBS

# Short heads collide with other words once their marks are gone; these readings of them are no heads.
_NOT_HEADS = {
    "so": ("số", "so ", "sơ ", "sổ"),
    "bo": ("bố", "bỏ", "bổ", "bò", "bờ", "bó"),
    "hoi": ("hỏi", "hồi", "hơi", "hội nghị", "hội thảo", "hội trường", "hối"),
    "dai": ("đại ", "dài", "dai"),
    "doan": ("đoạn",),
    "doi": ("đối", "đổi", "đời", "đòi", "đồi"),
    "to": ("to ", "tờ", "tố", "tổ chức", "tô "),
    "quy": ("quy", "quý"),
    "xa": ("xa ", "xã hội", "xả"),
    "phuong": ("phương",),
    "huyen": ("huyền",),
    "cap": ("cập", "cáp", "cặp"),
    "ap": ("áp",),
    "khoi": ("khởi", "khỏi"),
    "cuc": ("cực", "cúc"),
    "tram": ("trăm", "trầm"),
    "phong": (
        "phòng, chống",
        "phòng chống",
        "phòng ngừa",
        "phòng bệnh",
        "phòng dịch",
        "phong",
        "phóng",
        "phòng, chông",
        "phòng chông",
        "phòng trừ",
    ),
    "ban": ("ban hành", "bàn", "bản", "bán", "ban giao", "bạn", "ban đầu"),
    "bao": ("báo cáo", "bao", "bảo", "báo động", "bão", "báo cao"),
    "hat": ("hát",),
    "don": ("đơn", "đón", "dồn", "đòn", "đôn"),
    "vien": ("viễn",),
    "dang bo": (),
    "em": ("êm",),
    "bac": ("bắc", "bậc", "bạc"),
    "truong": ("trương", "trường hợp", "trưởng thành"),
    "lanh dao, chi dao": (),
    "ong": (),
    "ba": ("ba ", "bà con", "bá", "bả"),
    "to chuc": (),
    "linh vuc": (),
    "thon": (),
    "thue": ("thuê",),
    "hai quan": (),
    "mc": (),
    "khoa": ("khóa", "khoá"),
    "tinh": ("tính", "tình"),
    "nganh": (),
    "bon": ("bốn", "bón"),
    "buon": ("buồn", "buôn bán", "buôn lậu"),
    "lao dong": (),
    "chanh": ("chánh án xét",),
    "hoc vien": (),
    "cang vu": (),
    "co so": ("có số",),
    "dai hoc": (),
    "doanh nghiep": (),
    "phuong tien": (),
}

_ORGANISATIONS = re.compile(
    r"to chuc\s*(?:,|;|va (?:ca nhan|cac)|co lien quan|lien quan|chinh tri|ca nhan|doan the"
    r"|tin dung|xa hoi|kinh te|hanh nghe)"
)

_LEADERS = re.compile(
    r"lanh dao\s+(?:cac|so|bo|ubnd|uy ban|huyen|tinh|phong|ban|don vi|co quan|hoc vien|truong|cuc"
    r"|chi cuc|trung tam|van phong|xa|thanh tra|cong an|khoa|dia phuong|vien|benh vien|nha truong"
    r"|doanh nghiep|dang uy|hdnd|chinh phu|cap|to)\b"
)

_LEVELS = re.compile(r"cap (?:xa|huyen|tinh|uy|tren|duoi|co tham quyen|co so|so|phong|thon|phuong|thanh pho)\b")


# Somebody called by name, and guards as a body of people: "Bảo vệ rừng" is an act, "Bảo vệ trực" is not.
_PERSON = re.compile(
    r"(?:Chị|Anh|Cô|Thầy|Em|chị|anh)\s+(?=[A-ZĐ][a-zà-ỹ])|Bảo vệ(?= (?:không|phải|có trách|trực|cơ quan"
    r"|nhà trường|trường)\b)"
)


# Units counted as named before: "Hai đơn vị này", "03 cơ quan nêu trên".
_COUNTED = re.compile(
    r"(?:hai|ba|bốn|năm|0?[2-9])\s+(?:đơn vị|cơ quan|tổ chức|bộ phận|địa phương|phòng|trường|xã|huyện|thôn)\s+"
    r"(?:này|(?:đã )?(?:nêu |nói |kể )?trên)(?!\w)"
)
_DETERMINERS = re.compile(r"^(?:(?:cac|nhung|moi|tung|toan the|toan bo|tat ca|mot so|rieng)\s+)+")


def head_at(flat: Flat, at: int, end: int) -> re.Match[str] | None:
    """The word at `at` that heads the name of a unit, a post or a class of people, or None."""
    if flat.text.startswith("Bảo vệ", at):
        return _PERSON.match(flat.text, at, end)
    match = HEAD.match(flat.bare, at, end)
    if match is None:
        return _PERSON.match(flat.text, at, end) or _COUNTED.match(flat.low, at, end)
    word = match.group()
    if word.startswith("moi ") and not flat.low.startswith(("mỗi", "mọi"), at):
        return None
    last = _DETERMINERS.sub("", word)
    low_at = at + len(word) - len(last)
    if flat.low.startswith(_NOT_HEADS.get(last, ()), low_at):
        return _COUNTED.match(flat.low, at, end)
    has_determiner = last != word
    if last in ("to chuc", "lanh dao", "cap", "thanh tra", "bao", "tung", "moi", "chi bo") and not has_determiner:
        window = flat.bare[low_at : low_at + 40]
        if last == "to chuc":
            return match if _ORGANISATIONS.match(window) else None
        if last == "lanh dao":
            return match if _LEADERS.match(window) else None
        if last == "cap":
            return match if _LEVELS.match(window) else None
        if last in ("bao", "thanh tra"):
            return match if flat.text[low_at].isupper() and not window.startswith("bao cao") else None
    return match


def is_toned(flat: Flat, at: int, word: str) -> bool:
    """Whether a word found without its marks is the verb it seems to be (cấp, not cáp; họp, not hộp)."""
    if word not in SHORT_VERBS:
        return True
    before = flat.bare[max(0, at - 10) : at]
    if word == "cap" and _LEVELS.match(flat.bare, at):
        return False
    if word == "cap" and re.search(r"(?:cac|cung|moi|uy|phan|tung)\s*$", before):
        return False
    if word == "trinh" and re.search(r"(?:cong|chuong|quy|lo|qua|tien|giao)\s*$", before):
        return False
    return flat.low.startswith(SHORT_VERBS[word], at)
