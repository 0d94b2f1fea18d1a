"""Forms of the organization's pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from quantriet.apps.organization.models import DelegationKind, Post, PostRank, StaffStatus, Unit, UnitKind


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
    parent = forms.ModelChoiceField(
        label=_("Trực thuộc"),
        queryset=Unit.objects.none(),
        help_text=_("Chuyển từ hôm nay; việc và báo cáo đã qua giữ nguyên theo tổ chức khi đó."),
    )

    def __init__(self, *args: Any, parents: QuerySet[Unit] | None, **kwargs: Any) -> None:
        """`parents`: where the unit may hang; None when it is not to be moved from here."""
        super().__init__(*args, **kwargs)
        if parents is None:
            del self.fields["parent"]
        else:
            self.fields["parent"].queryset = parents  # type: ignore[attr-defined]


class NewUnitForm(forms.Form):
    """A unit to be opened (lập đơn vị)."""

    code = forms.CharField(label=_("Mã đơn vị"), max_length=40, help_text=_("Không trùng, không đổi về sau."))
    name = forms.CharField(label=_("Tên đơn vị"), max_length=200)
    short_name = forms.CharField(label=_("Tên gọi tắt"), max_length=80, required=False)
    kind = forms.ChoiceField(
        label=_("Loại đơn vị"), choices=[choice for choice in UnitKind.choices if choice[0] != UnitKind.SUPERIOR],
        initial=UnitKind.DIVISION,
    )  # fmt: skip
    symbol = forms.CharField(label=_("Ký hiệu văn bản"), max_length=20, required=False)


class PostingForm(forms.Form):
    """Somebody to be placed in a unit (bố trí người): a new person, or one known by code in another post."""

    code = forms.CharField(
        label=_("Mã cán bộ"), max_length=40, help_text=_("Mã đã có: người đó nhận thêm vị trí này. Mã mới: thêm người.")
    )
    full_name = forms.CharField(label=_("Họ và tên"), max_length=120, required=False)
    status = forms.ChoiceField(label=_("Diện"), choices=StaffStatus.choices)
    title = forms.CharField(label=_("Chức danh"), max_length=120)
    rank = forms.ChoiceField(
        label=_("Cấp"), choices=PostRank.choices, initial=PostRank.STAFF,
        help_text=_("Người đứng đầu mới thay người đứng đầu cũ từ hôm nay."),
    )  # fmt: skip
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    phone = forms.CharField(label=_("Điện thoại"), max_length=20, required=False)


class PostField(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django's own class takes no parameter
    """A choice of posts, each with its unit."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.title}, {obj.unit.label}"


class DelegationForm(forms.Form):
    """One post lets another act in its place (ủy quyền, thừa lệnh, ký thay): Decree 30/2020, Article 13."""

    from_post = PostField(label=_("Người giao"), queryset=Post.objects.none(), empty_label=None)
    to_post = PostField(label=_("Người nhận"), queryset=Post.objects.none(), empty_label=None)
    kind = forms.ChoiceField(label=_("Hình thức"), choices=DelegationKind.choices)
    scope = forms.CharField(label=_("Phạm vi"), max_length=200, required=False, help_text=_("Loại việc, loại văn bản."))
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=200, required=False, help_text=_("Quy chế làm việc, văn bản ủy quyền.")
    )
    until = forms.DateField(
        label=_("Đến hết ngày"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Bỏ trống nếu đến khi có thay đổi."),
        error_messages={"invalid": _("Ngày chưa đúng. Viết như 31/12/2021.")},
    )  # fmt: skip

    def __init__(self, giving: QuerySet[Post], receiving: QuerySet[Post], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, posts in (("from_post", giving), ("to_post", receiving)):
            field = self.fields[name]
            assert isinstance(field, PostField)
            field.queryset = posts

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("from_post") and values["from_post"] == values.get("to_post"):
            self.add_error("to_post", _("Người nhận phải khác người giao. Chọn vị trí khác."))
        return values
