"""Forms of the pages. A report's form is made from its law form and checked by `rules.check`, as on every channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.forms import BoundField, model_to_dict
from django.utils.translation import gettext_lazy as _

from quantriet.apps.organization.models import Unit
from quantriet.apps.reports import rules
from quantriet.apps.reports.models import DayRule, Regime
from quantriet.apps.reports.regime_settings import Settings, closing_choices, read_settings
from quantriet.engines.kernel.problem import Problem, Problems
from quantriet.law.model import Field, Form


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A group as the page draws it."""

    label: str
    folded: bool
    runs: tuple[tuple[bool, tuple[BoundField, ...]], ...]  # fields in their order, counts side by side: (are counts, …)


class ReportForm(forms.Form):
    """The fields of a law form. What was typed is shown again as it was typed, right or wrong."""

    def __init__(
        self,
        form: Form,
        data: Mapping[str, Any] | None = None,
        *,
        initial: Mapping[str, Any] | None = None,
        hints: Mapping[str, str] | None = None,
        with_reason: bool = False,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        self.law = form
        self.values: rules.Values = {}
        for field in form.fields:
            self.fields[field.code] = _django_field(field, (hints or {}).get(field.code) or field.help)
        if with_reason:
            self.fields["reason"] = forms.CharField(
                label=_("Lý do sửa"), max_length=2000, widget=forms.Textarea({"rows": 2})
            )

    def clean(self) -> dict[str, Any]:
        raw = {field.code: self.data.get(field.code) for field in self.law.fields}
        try:
            self.values = rules.check(self.law, raw)
        except Problems as refusal:
            for fault in refusal.items:
                if fault.field in self.fields and fault.field not in self.errors:
                    self.add_error(fault.field, fault.sentence)
        return self.cleaned_data

    def groups(self) -> list[FieldGroup]:
        """The groups in the order of the form; a folded one stands open when something in it is wrong."""
        return [
            FieldGroup(
                group.label,
                group.folded and not any(self[field.code].errors for field in group.fields),
                tuple(
                    (are_counts, tuple(self[field.code] for field in run))
                    for are_counts, run in groupby(group.fields, key=lambda field: field.is_count)
                ),
            )
            for group in self.law.groups
        ]


def _django_field(field: Field, help_text: str) -> forms.Field:
    if field.is_bool:
        return forms.BooleanField(label=field.label, help_text=help_text, required=False)
    zero = " Ghi 0 nếu không có." if field.is_count else ""
    return forms.CharField(
        label=field.label,
        help_text=help_text,
        required=field.required,
        error_messages={"required": f"Chưa ghi «{field.label}».{zero}"},
        widget=_widget(field),
    )


def _widget(field: Field) -> forms.Widget:
    if field.is_count:
        return forms.NumberInput({"min": field.minimum, "max": field.maximum, "step": 1, "inputmode": "numeric"})
    return forms.Textarea({"rows": 2 if field.max_length <= 300 else 4, "maxlength": field.max_length})


class UnitForm(forms.Form):
    """For which unit an ad hoc report is sent."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Đơn vị"), empty_label=None)

    def __init__(self, units: Any, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"unit": next(iter(units), None)})
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """Why it was late."""

    reason = forms.CharField(
        label=_("Lý do chậm"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Chưa ghi lý do. Viết một câu.")},
    )


class ApprovalForm(forms.Form):
    note = forms.CharField(
        label=_("Nhận xét, đánh giá chung"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Được in vào báo cáo tổng hợp."),
    )


class RegimeForm(forms.Form):
    """The settings of a running regime; `regime_settings.read_settings` judges them, as at its start."""

    day_rule = forms.ChoiceField(label=_("Báo cáo vào"), choices=DayRule.choices)
    closing = forms.ChoiceField(label=_("Số liệu tính"))
    limit = forms.TimeField(
        label=_("Đơn vị gửi trước"),
        help_text=_("Đúng giờ này đã là trễ."),
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    consolidation_limit = forms.TimeField(
        label=_("Cơ quan tổng hợp trước"), widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    ends_on = forms.DateField(
        label=_("Đến hết ngày"),
        required=False,
        help_text=_("Để trống nếu chưa biết."),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, regime: Regime, today: date, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data, initial={**model_to_dict(regime), "closing": regime.closing_preset})
        self.fields["closing"].choices = closing_choices(today)  # type: ignore[attr-defined]
        self.starts_on = regime.starts_on
        self.settings: Settings | None = None

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            try:
                self.settings = read_settings(self.data, self.starts_on)
            except Problem as refusal:
                self.add_error(refusal.field if refusal.field in self.fields else None, refusal.sentence)
        return self.cleaned_data
