"""What people type about work: a result, a reason, a wanted limit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from quantriet.apps.organization.models import Unit

TOO_LARGE = _("Tệp nặng quá 20 MB nên chưa nhận. Nén ảnh hoặc chia tệp rồi gửi lại.")


class ResultForm(forms.Form):
    """The result in words, a file, or both (kết quả, minh chứng)."""

    note = forms.CharField(
        label=_("Kết quả"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Đã làm gì, đến đâu, số liệu chính."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Tệp minh chứng"), required=False, help_text=_("Ảnh, Word, Excel, PDF; tối đa 20 MB.")
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > settings.UPLOAD_LIMIT_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        return file


class ReasonForm(forms.Form):
    """One sentence that stays on record (lý do)."""

    reason = forms.CharField(
        label=_("Lý do"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}), required=False
    )


class ExtensionForm(ReasonForm):
    """The one extension: until when, and why."""

    wanted_due_at = forms.DateTimeField(
        label=_("Xin đến"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M"],
        error_messages={
            "required": _("Chưa chọn hạn mới. Chọn ngày và giờ."),
            "invalid": _("Ngày giờ chưa đúng. Viết như 31/07/2021 17:00."),
        },
    )
    field_order = ["wanted_due_at", "reason"]

    def clean_wanted_due_at(self) -> datetime:
        wanted: datetime = self.cleaned_data["wanted_due_at"]
        return wanted


class AnswerForm(ReasonForm):
    """Granting or refusing an extension."""

    grant = forms.BooleanField(required=False)


class UnitsForm(forms.Form):
    """Who leads and who supports from now on (giao lại)."""

    lead = forms.ModelMultipleChoiceField(
        label=_("Chủ trì"),
        queryset=Unit.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chưa chọn đơn vị chủ trì. Đánh dấu ít nhất một đơn vị.")},
    )
    support = forms.ModelMultipleChoiceField(
        label=_("Phối hợp"), queryset=Unit.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, units: QuerySet[Unit], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("lead", "support"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelMultipleChoiceField)
            field.queryset = units

    def chosen(self, name: str) -> set[int]:
        return {unit.pk for unit in self.cleaned_data[name]}
