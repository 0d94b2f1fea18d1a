"""Invented people: plausible Vietnamese names, the same ones at each loading."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

# Middle and given names by sex; family names with about their share of the population.
_FAMILIES = (
    ["Nguyễn"] * 9 + ["Trần"] * 4 + ["Lê"] * 3 + ["Phạm"] * 2 + ["Huỳnh", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi",
    "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Điểu", "Thạch", "Mai", "Đinh", "Tạ", "Lâm"]
)  # fmt: skip
_WOMEN = (
    ["Thị Ngọc", "Thị Minh", "Thu", "Thanh", "Khánh", "Hoài", "Bích", "Mỹ", "Diệu", "Phương", "Thị Kim", "Quỳnh"],
    ["Anh", "Châu", "Diễm", "Hạnh", "Hằng", "Hiền", "Hương", "Lam", "Liên", "Linh", "Loan", "Mai", "My", "Ngân",
     "Nhung", "Oanh", "Phụng", "Quyên", "Thảo", "Thư", "Trang", "Trinh", "Uyên", "Vân", "Xuân", "Yến"],
)  # fmt: skip
_MEN = (
    ["Minh", "Đức", "Quang", "Hữu", "Gia", "Thành", "Xuân", "Công", "Trọng", "Anh", "Văn", "Đình", "Thế", "Hoàng"],
    ["Bảo", "Cường", "Dũng", "Đạt", "Hải", "Hiếu", "Huy", "Khang", "Khoa", "Lâm", "Long", "Nam", "Nghĩa", "Phong",
     "Phúc", "Quân", "Sơn", "Tài", "Thịnh", "Tiến", "Toàn", "Trí", "Tuấn", "Tùng", "Việt", "Vinh"],
)  # fmt: skip


def iter_names(seed: int, taken: set[str] | None = None) -> Iterator[str]:
    """Names without end, each once, the same for the same seed; `taken` ones are passed over."""
    random, used = Random(seed), set(taken or ())  # noqa: S311  # names, not secrets
    while True:
        middles, givens = _WOMEN if random.random() < 0.55 else _MEN
        name = f"{random.choice(_FAMILIES)} {random.choice(middles)} {random.choice(givens)}"
        if name not in used:
            used.add(name)
            yield name
