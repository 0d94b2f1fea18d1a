"""Forms of the organization's pages."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ImportForm(forms.Form):
    """The workbook to import (tệp Excel)."""

    file = forms.FileField(
        label=_("Tệp Excel (.xlsx)"),
        help_text=_("Tối đa 5 MB. Chưa ghi gì cho đến khi bạn xem trước và xác nhận."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        error_messages={"required": _("Chưa chọn tệp."), "empty": _("Tệp rỗng.")},
    )


class UnitForm(forms.Form):
    """What may be corrected of a unit (sửa đơn vị)."""

    name = forms.CharField(label=_("Tên đơn vị"), max_length=200, help_text=_("Tên cũ vẫn được hiểu khi đọc văn bản."))
    short_name = forms.CharField(label=_("Tên gọi tắt"), max_length=80, required=False)
    symbol = forms.CharField(label=_("Ký hiệu văn bản"), max_length=20, required=False)
    spelling = forms.CharField(
        label=_("Thêm một cách viết khác"),
        max_length=200,
        required=False,
        help_text=_("Cách văn bản hay gọi đơn vị này, ví dụ tên viết tắt riêng."),
    )
