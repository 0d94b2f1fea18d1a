"""An invented notice full of what a reviewer has to look at, and the ways to answer on its page."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from quantriet.apps.documents.models import Document
from quantriet.apps.obligations.review_doubts import Concern
from tests.apps.obligations.test_review import form_of, send

DOUBTFUL_NOTICE = """UBND TỈNH PHƯỚC AN
SỞ TƯ PHÁP

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 46/TB-STP

Phước An, ngày     tháng 7 năm 2021

THÔNG BÁO
Kết luận của Giám đốc Sở tại cuộc họp giao ban

Ngày 20/7/2021, Giám đốc Sở chủ trì họp giao ban và kết luận như sau:

1. Giao Phòng Tài chính rà soát hồ sơ tồn đọng, báo cáo kết quả trước ngày 05/8.

2. Giao Văn phòng Sở lập danh sách đề nghị khen thưởng, trình Giám đốc Sở xem xét.

3. Giao Phòng Tài chính, Phòng Hành chính tư pháp chuẩn bị tài liệu, gửi về Văn phòng Sở trước ngày 15/8/2021.

4. Giao Văn phòng Sở theo dõi chung; thời hạn chung hoàn thành toàn bộ nhiệm vụ trước ngày 20/8/2021.

Nơi nhận:
- Phòng Phổ biến, giáo dục pháp luật;
- Lưu: VT.

GIÁM ĐỐC


Nguyễn Văn Mẫu
"""


def long_notice(count: int) -> str:
    """The notice with that many clauses, each for a unit of its own that nobody knows."""
    more = (f"{no}. Giao Phòng Tài chính {no} lập bảng số {no} trước ngày 05/8.\n\n" for no in range(5, count + 1))
    return DOUBTFUL_NOTICE.replace("Nơi nhận:", f"{''.join(more)}Nơi nhận:")


def page_of(client: Client, document: Document) -> Any:
    return client.get(reverse("obligations:review", args=[document.pk]))


def concern(client: Client, document: Document, key: str, words: str = "") -> Concern:
    """The one concern of the page about a field."""
    found = page_of(client, document).context["page"].concerns
    return next(one for one in found if one.key == key and words in one.why + one.what)


def press(client: Client, document: Document, found: Concern, words: str) -> Any:
    """Press the button of a concern that says these words."""
    return send(client, document, form_of(document), next(one.do for one in found.picks if words in one.words))
