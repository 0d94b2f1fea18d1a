"""Who is meant when a clause does not say it (thừa hưởng chủ thể).

A lead-in ("Giám đốc Sở yêu cầu Trưởng các phòng…: 1. 2. 3."), a heading ("3.1. Đối với UBND các xã") or the clause
above names the units for all below it. Scopes form a stack by the depth of their clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from .blocks import Block
from .flat import Flat
from .heads import head_at
from .lexicon import ACTION
from .shapes import Read
from .units import end_of_units, split_units

Mode = Literal["none", "told", "ordered", "barred", "proposed"]

_TASKS_AHEAD = re.compile(r"mot so (?:nhiem vu|noi dung|viec|cong viec)(?: trong tam| cu the| cap bach)?\s*[.:]?$")
_DUTY_OF = re.compile(r"co (?:cac )?(?:t\w{1,3}ch nhi\wm|nhiem vu)(?: sau(?: day)?)?\W*$")
_AS_FOLLOWS = re.compile(r"(?:nhu|noi dung|nhiem vu|viec|the)\W{0,3}sau$")
_ORDERING = re.compile(
    r"yeu cau|de nghi|chi dao|giao |ket luan|co y kien|thuc hien (?:cac|mot so|tot|nghiem)"
    r"|nhiem vu|trach nhiem|phan cong|to chuc thuc hien|quyet dinh|trien khai|can tap trung"
    r"|dien khan|chi thi\W*$"
)
_BARRED = re.compile(
    r"danh gia|ket qua|ton tai|han che|nguyen nhan|muc dich|tinh hinh|uu diem|khuyet diem|ly do"
    r"|thanh phan|thoi gian|dia diem|can cu|quy mo|noi dung kien nghi|so lieu|muc tieu|"
    r"quan diem|bai hoc|thuan loi|kho khan|doi tuong|pham vi|ho so|thanh tich|chi tieu|thu tuc"
    r"|dieu kien|che do(?! (?:thong tin|bao cao))|hien trang|dien tich|co cau|ten cong trinh|chuong trinh hop|le phi"
)
_TASKED = re.compile(
    r"nhiem vu|giai phap|to chuc thuc hien|phan cong|bien phap|trach nhiem|yeu cau|doi voi"
    r"|che do (?:thong tin,? )?bao cao|noi dung thuc hien|trong thoi gian toi|cong viec|de nghi|kien nghi voi|giao "
)
_TOPIC = re.compile(
    r"^\W{0,3}(?:(?:rieng )?doi voi|ve phia|phan cong|trach nhiem(?: cua)?|nhiem vu cua|de nghi"
    r"|yeu cau|giao|kinh de nghi)\s*:?\s+(?=\w)"
)


_PROPOSED = re.compile(
    r"(?:nhung |mot so |cac )?(?:de xuat|kien nghi)(?:\s*(?:,|va|-|,\s*va)\s*(?:de xuat|kien nghi|de nghi))*"
    r"(?: (?:voi|doi voi) (?:ubnd|so|bo|chinh phu|tinh|huyen|cap tren|trung uong)[^.;:]{0,40})?"
)  # what is asked of those above
_BARE_TASKS = re.compile(
    r"(?:cac )?(?:nhiem vu|giai phap|bien phap)(?: va giai phap|, giai phap)?(?: cu the| trong tam| chu yeu)?"
    r"|to chuc thuc hien|phan cong (?:nhiem vu|thuc hien|trach nhiem)|trach nhiem thuc hien"
)
_BARE_AIMS = re.compile(
    r"muc (?:dich|tieu)(?:,? (?:va )?yeu cau)?|yeu cau|quan diem|tinh hinh|danh gia chung|ket qua dat duoc"
    r"|ton tai,? han che|nguyen nhan|dac diem tinh hinh"
)


@dataclass(slots=True)
class Scope:
    """What holds below one depth: units, whether orders stand here, and how the units were found."""

    depth: float
    holders: tuple[Read[str], ...] = ()
    mode: Mode | None = None
    is_list: bool = False


@dataclass(slots=True)
class Scopes:
    """The stack; `explicit` counts paragraphs since the last lead-in that named their own units."""

    stack: list[Scope] = field(default_factory=list)
    explicit: int = 0
    last: tuple[Read[str], ...] = ()

    def enter(self, block: Block) -> None:
        """Close what ends where `block` begins."""
        depth = float(block.level) if block.level else (block.clause_level + 0.4 if block.path else 0.6)
        while self.stack and self.stack[-1].depth >= depth:
            self.stack.pop()

    def add(self, scope: Scope) -> None:
        while self.stack and self.stack[-1].depth >= scope.depth:
            self.stack.pop()
        self.stack.append(scope)

    @property
    def mode(self) -> Mode:
        return next((scope.mode for scope in reversed(self.stack) if scope.mode is not None), "none")

    def holders(self, block: Block) -> tuple[Read[str], ...]:
        """The units that a paragraph without a subject speaks to."""
        found = next((scope for scope in reversed(self.stack) if scope.holders), None)
        is_plain = block.level == 0 and not block.path
        if found is None:
            return self.last if is_plain else ()
        if is_plain and found.depth < 1 and self.explicit:
            return ()
        return found.holders


def depth_of(block: Block) -> float:
    """Scopes opened by a paragraph lie just below it; of plain ones, below the whole text or their clause."""
    if block.level:
        return block.level + 0.3
    return block.clause_level + 0.4 if block.path else 0.5


def heading_scope(block: Block, following: Block | None) -> Scope | None:
    """The scope a heading opens: its units, or the kind of section it begins. None of ordinary paragraphs."""
    flat = block.flat
    words = flat.text.rstrip()
    is_colon = words.endswith(":")
    bare = flat.bare.rstrip(" .:;_-")
    if _DUTY_OF.search(bare):
        return None  # "X có trách nhiệm:" is a sentence that names its units
    if len(words) > 160 or following is None:
        return None
    if not is_colon and (words.endswith((".", ";", "./")) or not (block.labelled or words.isupper())):
        return _bare_heading(block, bare)
    holders = _heading_units(flat) if block.labelled or not words.isupper() else ()
    if holders:
        return Scope(depth_of(block), holders, "ordered")
    if not block.labelled:
        return None  # a plain sentence with a colon is a lead-in
    if not is_colon and following.level <= block.level and following.level:
        return None
    orders = _ORDERING.search(bare[-80:]) is not None
    if is_colon and orders and (not block.labelled or not _BARRED.search(bare)):
        return None  # a lead-in sentence, which may name units of its own
    if _PROPOSED.fullmatch(bare.strip()):
        return Scope(depth_of(block), (), "proposed")
    if bare.strip() == "yeu cau":
        return Scope(depth_of(block), (), "barred")  # "Mục đích, yêu cầu": aims, not tasks
    if _TASKED.search(bare) and not re.match(r"(?:muc dich|ket qua|danh gia)", bare):
        return Scope(depth_of(block), (), "ordered")
    if _BARRED.search(bare[:60]):
        return Scope(depth_of(block), (), "barred")
    return Scope(depth_of(block), (), None)


def _bare_heading(block: Block, bare: str) -> Scope | None:
    """A heading that lost its number, told by its words alone: "Nhiệm vụ", "Tổ chức thực hiện", "Mục tiêu"."""
    if block.level or not block.flat.text[:1].isupper():
        return None
    if _BARE_TASKS.fullmatch(bare):
        return Scope(depth_of(block), (), "ordered")
    return Scope(depth_of(block), (), "barred") if _BARE_AIMS.fullmatch(bare) else None


def _heading_units(flat: Flat) -> tuple[Read[str], ...]:
    topic = _TOPIC.match(flat.bare)
    if topic and "giao" in topic.group() and "giao" not in flat.low[: topic.end()]:
        topic = None  # "Giáo viên chủ nhiệm" is a name
    at = topic.end() if topic else 0
    if not head_at(flat, at, len(flat.text)) or (ACTION.match(flat.bare, at) and flat.text[at : at + 1].islower()):
        return ()
    end = len(flat.text.rstrip(" .:;-_"))
    stop = end_of_units(flat, at, end)
    if stop is not None and stop < end - 1:
        return ()
    if re.match(
        r"(?:noi dung|thoi gian|so luong|to chuc thuc hien|bao cao|phong,? chong|to chuc \w+ \w+|viec " r"|cong tac)",
        flat.bare[at:],
    ):
        return ()
    items = split_units(flat, at, end)
    return tuple(Read(flat.text[a:b], flat.span(a, b), 0.2, "thừa hưởng từ đề mục") for a, b in items)


def lead_in_mode(flat: Flat, start: int, end: int) -> Mode | None:
    """Whether a sentence opens a list, and of what."""
    bare = flat.bare[start:end].rstrip(" _-'\"")
    if _DUTY_OF.search(bare):
        return "ordered"
    if not (
        re.search(r"[\w)\"”]\s?:$", bare)
        or _TASKS_AHEAD.search(bare)
        or ("sau" in bare and _AS_FOLLOWS.search(re.sub(r"[^a-z)\"]+$", "", bare)))
    ):
        return None
    told = r"(?:ket qua|thanh phan|ly do|tinh hinh|danh gia|nguyen nhan|ton tai)"
    if re.match(rf"\W{{0,3}}{told}", bare) or (
        re.search(rf"{told}[^.;]{{0,60}}$", bare)
        and not re.search(r"ket luan|y kien chi dao|yeu cau|chi dao", bare[-90:])
    ):
        return "barred"
    if _ORDERING.search(bare):
        return "ordered"
    return "told"
