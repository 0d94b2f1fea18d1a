"""The forms of the review: the letterhead and each obligation, kept as typed, checked only on adoption."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from quantriet.apps.documents.models import KINDS
from quantriet.apps.obligations.fulfilment import Option, get_way, iter_ways
from quantriet.apps.obligations.models import ObligationType, Part
from quantriet.apps.obligations.review import (
    TITLE_LENGTH,
    Assigned,
    Item,
    is_unanswered,
)
from quantriet.apps.obligations.review_when import WHEN_FIELDS, has_parts, hours_of, rule_of
from quantriet.apps.organization import queries as organization
from quantriet.apps.organization.models import Unit
from quantriet.engines.kernel import EngineError
from quantriet.engines.timetable import Kind, Timetable

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
_BAD_DAY = {"invalid": _("Không có ngày này. Viết ngày/tháng/năm, ví dụ 31/7/2021.")}
_BAD_TIME = {"invalid": _("Không có giờ này. Viết giờ:phút, ví dụ 15:00.")}
_BAD_NUMBER = {"invalid": _("Viết một số nguyên."), "min_value": _("Viết một số từ 1 trở lên.")}
KIND_CHOICES = (
    ("", _("Không ấn định thời hạn")),
    (Kind.ONCE, _("Một lần")),
    (Kind.WITHIN, _("Trong một khoảng thời gian")),
    (Kind.DAILY, _("Hằng ngày")),
    (Kind.WEEKLY, _("Hằng tuần")),
    (Kind.MONTHLY, _("Hằng tháng")),
    (Kind.QUARTERLY, _("Hằng quý")),
    (Kind.HALF_YEARLY, _("06 tháng một lần")),
    (Kind.YEARLY, _("Hằng năm")),
    (Kind.AD_HOC, _("Khi phát sinh")),
)
WEEKDAYS = tuple(
    enumerate((_("Thứ Hai"), _("Thứ Ba"), _("Thứ Tư"), _("Thứ Năm"), _("Thứ Sáu"), _("Thứ Bảy"), _("Chủ Nhật")))
)
LISTED_UNITS = 80  # more units than this are assigned by the words of the document


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, required=False, input_formats=DAY_FORMATS, widget=widget, error_messages=_BAD_DAY,
        help_text=help_text,
    )  # fmt: skip


def _clock(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=widget, error_messages=_BAD_TIME)


def _count(label: Any, most: int) -> forms.IntegerField:
    errors = {**_BAD_NUMBER, "max_value": _("Viết một số không quá %(limit_value)s.")}
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=most, error_messages=errors)


class TypedForm(forms.Form):
    """A form that can hand back its values as they were typed, right or wrong."""

    def typed(self) -> dict[str, str]:
        """field → what stands in the sent data; a field that was not sent is left out."""
        found: dict[str, str] = {}
        for name, field in self.fields.items():
            key = self.add_prefix(name)
            if key in self.data and not isinstance(field, forms.MultipleChoiceField):
                found[name] = str(field.widget.value_from_datadict(self.data, self.files, key) or "")
        return found


class HoursField(forms.CharField):
    """Hours of a day with commas; clean ones as HH:MM."""

    def clean(self, value: Any) -> str:
        try:
            return ", ".join(hours_of(super().clean(value)))
        except ValueError:
            raise forms.ValidationError(
                _("Không có giờ này. Viết các giờ cách nhau bằng dấu phẩy: 10:00, 16:00.")
            ) from None


class LetterheadForm(TypedForm):
    """What the head of the document says (thể thức)."""

    kind = forms.ChoiceField(label=_("Loại văn bản"), choices=list(KINDS.items()))
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=80, required=False)
    issued_on = _day(_("Ngày ban hành"))
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=300, required=False)
    parent_agency = forms.CharField(label=_("Cơ quan chủ quản"), max_length=300, required=False)
    abstract = forms.CharField(
        label=_("Trích yếu"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Chưa có trích yếu. Viết một câu để sổ và các đơn vị nhận ra văn bản.")},
    )
    signer = forms.CharField(label=_("Người ký"), max_length=200, required=False)


class ItemForm(TypedForm):
    """One obligation. `units` are the pairs (id, name) that may be assigned; `None` when there are too many to list."""

    include = forms.BooleanField(label=_("Giao việc này"), required=False)
    title = forms.CharField(
        label=_("Tên việc"),
        max_length=TITLE_LENGTH,
        error_messages={"required": _("Việc chưa có tên. Viết ngắn gọn việc phải làm.")},
    )
    type = forms.ChoiceField(label=_("Tính chất"), choices=ObligationType.choices)
    deliverable = forms.CharField(
        label=_("Kết quả phải có"), max_length=300, required=False, help_text=_("Ví dụ: danh sách đã ký, biên bản.")
    )
    fulfilment = forms.ChoiceField(
        label=_("Cách thực hiện"), error_messages={"invalid_choice": _("Chọn một cách thực hiện.")}
    )
    kind = forms.ChoiceField(label=_("Thời hạn"), choices=KIND_CHOICES, required=False)
    bound = forms.ChoiceField(
        label=_("Mốc"), choices=(("by", _("chậm nhất ngày")), ("before", _("trước ngày"))), required=False
    )
    on = _day(_("Ngày"))
    time = _clock(_("Trước giờ"))
    count = _count(_("Trong"), 9999)
    unit = forms.ChoiceField(
        label=_("Đơn vị thời gian"), choices=(("d", _("ngày")), ("h", _("giờ")), ("m", _("tháng"))), required=False
    )
    every = _count(_("Cứ mấy kỳ một lần"), 99)
    times = _count(_("Số lần mỗi kỳ"), 31)
    weekday = forms.ChoiceField(label=_("Vào"), choices=(("", "·"), *WEEKDAYS), required=False)
    month_day = _count(_("Vào ngày"), 31)
    also_at = HoursField(label=_("Các giờ khác trong ngày"), required=False, max_length=100)
    since = _day(_("Từ ngày"))
    until = _day(_("Đến hết ngày"))
    settled = forms.BooleanField(label=_("Đã xem; các đơn vị chọn ở trên là đủ"), required=False)

    def __init__(
        self, data: Any, *, item: Item, described: dict[str, Any], units: Sequence[tuple[int, str]] | None
    ) -> None:
        super().__init__(data, prefix=item["id"], initial=self.initial_of(item))
        self.item = item
        self.options = {way.code: way.options(described) for way in iter_ways()}
        self.fields["fulfilment"].choices = [(way.code, way.name) for way in iter_ways()]  # type: ignore[attr-defined]
        for code, options in self.options.items():
            for option in options:
                self.fields[f"{code}.{option.code}"] = _option_field(option)
        if units is not None:
            for part in Part.values:
                self.fields[part] = forms.TypedMultipleChoiceField(
                    label=Part(part).label, choices=units, coerce=int, required=False,
                    widget=forms.CheckboxSelectMultiple,
                )  # fmt: skip

    @property
    def way_name(self) -> str:
        return get_way(self.item["fulfilment"]).name if self.item["fulfilment"] in self.options else ""

    @property
    def whole_term(self) -> str:
        """The term in words where it has parts that the fields do not show, and that a change of them replaces."""
        stored = self.item["timetable"]
        return Timetable.from_dict(stored).describe() if stored and has_parts(stored) else ""

    @property
    def way_choices(self) -> list[dict[str, Any]]:
        """Each way with the fields of its options and whether it is chosen."""
        chosen = self["fulfilment"].value()
        return [
            {
                "code": way.code,
                "name": way.name,
                "is_chosen": way.code == chosen,
                "fields": [self[f"{way.code}.{option.code}"] for option in self.options[way.code]],
            }
            for way in iter_ways()
        ]

    @property
    def unit_fields(self) -> list[forms.BoundField]:
        """The lists of units to tick, lead first; none when the agency has too many to list."""
        return [self[part] for part in Part.values if part in self.fields]

    @classmethod
    def initial_of(cls, item: Item) -> dict[str, Any]:
        """What the fields of a fresh form show for an item."""
        parts = {
            part: [given["unit"] for given in item["assignments"] if given["part"] == part] for part in Part.values
        }
        options = {f"{item['fulfilment']}.{code}": value for code, value in item["options"].items()}
        plain = {name: item[name] for name in ("include", "title", "type", "deliverable", "fulfilment", "settled")}
        return {**plain, **item["when"], **options, **parts}

    def take(self) -> None:
        """Put what was typed into the item; one that was not on the page that was sent stays as it is."""
        if self.add_prefix("title") not in self.data:
            return
        item, typed = self.item, self.typed()
        item["include"], item["settled"] = bool(typed.get("include")), bool(typed.get("settled"))
        for name in ("title", "type", "deliverable", "fulfilment"):
            item[name] = typed.get(name, item[name])
        begin = f"{item['fulfilment']}."
        options = {name[len(begin) :]: value for name, value in typed.items() if name.startswith(begin)}
        _join_limits(item, typed, options)
        item["options"] = options
        if Part.LEAD in self.fields:
            item["assignments"] = self._assigned()

    def _assigned(self) -> list[Assigned]:
        """Units as ticked; each keeps the words of the document that named it. Ticked twice: it leads."""
        phrases = {given["unit"]: given["phrase"] for given in self.item["assignments"]}
        allowed = {value for value, _name in self.fields[Part.LEAD].choices}  # type: ignore[attr-defined]
        found: dict[int, Assigned] = {}
        for part in Part.values:
            for text in self.data.getlist(self.add_prefix(part)):  # type: ignore[attr-defined]  # a QueryDict
                if text.isascii() and text.isdigit() and int(text) in allowed:
                    unit = int(text)
                    found.setdefault(unit, Assigned(unit=unit, part=part, phrase=phrases.get(unit, "")))
        return list(found.values())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("include"):
            # What is not given out may be as unfinished as it likes.
            self._errors.clear()  # type: ignore[attr-defined]
            return cleaned
        self._drop_foreign_options(cleaned.get("fulfilment", ""))
        self._check_units()
        self._check_when(cleaned)
        return cleaned

    def _drop_foreign_options(self, chosen: str) -> None:
        """Options of the ways that were not chosen stand in the form too; their faults are nobody's."""
        for name in [name for name in self._errors if "." in name and not name.startswith(f"{chosen}.")]:  # type: ignore[attr-defined]
            del self._errors[name]  # type: ignore[attr-defined]

    def _check_units(self) -> None:
        field = "lead" if Part.LEAD in self.fields else None
        given = self.item["assignments"]
        if not given:
            self.add_error(field, _("Chưa có đơn vị nào nhận việc. Chọn ít nhất một, hoặc bỏ chọn «Giao việc này»."))
        elif not any(one["part"] == Part.LEAD for one in given):
            self.add_error(field, _("Chưa có đơn vị chủ trì. Chuyển một đơn vị phối hợp lên chủ trì."))
        open_phrases = [f"«{asked['phrase']}»" for asked in self.item["unresolved"] if is_unanswered(asked)]
        if given and open_phrases and not self.item["settled"]:
            words = _("Chưa rõ %(phrases)s là đơn vị nào. Chọn đơn vị rồi đánh dấu «Đã xem».")
            self.add_error("settled", words % {"phrases": ", ".join(open_phrases)})

    def _check_when(self, cleaned: dict[str, Any]) -> None:
        kind = cleaned.get("kind") or ""
        faults: dict[str, Any] = {}
        if kind == Kind.ONCE and not cleaned.get("on") and "on" not in self.errors:
            faults["on"] = _("Chưa có ngày. Văn bản không nêu đủ ngày; ấn định một ngày.")
        if kind == Kind.WITHIN and not cleaned.get("count") and "count" not in self.errors:
            faults["count"] = _("Chưa có số ngày, giờ hoặc tháng.")
        if cleaned.get("also_at") and not cleaned.get("time") and "time" not in self.errors:
            faults["time"] = _("Chưa có giờ đầu. Ghi giờ đầu ở đây, các giờ sau ở ô bên cạnh.")
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            faults["until"] = _("Ngày cuối đứng trước ngày đầu. Xem lại hai ngày này.")
        for field, message in faults.items():
            self.add_error(field, message)
        if not self.errors:
            try:
                rule = rule_of({name: as_text(cleaned.get(name)) for name in WHEN_FIELDS}, self.item["timetable"])
                cleaned["timetable"] = rule.to_dict() if rule else None
            except (EngineError, ValueError):
                self.add_error("kind", _("Các mốc thời hạn mâu thuẫn nhau. Xem lại ngày và giờ."))


def unit_choices(agency_id: int) -> list[tuple[int, str]] | None:
    """The agency itself and its units, in the agency's order; None when they are too many to tick one by one."""
    units = list(organization.units_of(agency_id)[: LISTED_UNITS + 1])
    if len(units) > LISTED_UNITS:
        return None
    own = Unit.objects.get(pk=agency_id)
    return [(own.pk, str(_("Lãnh đạo %s") % own.label)), *((unit.pk, unit.label) for unit in units)]


def _join_limits(item: Item, typed: dict[str, str], options: dict[str, str]) -> None:
    """The deadline as typed. A way with a `limit` of its own says the same time twice: the one just changed wins."""
    when = {name: typed.get(name, item["when"].get(name, "")) for name in WHEN_FIELDS}
    if "limit" in options and when["time"] != options["limit"]:
        if when["time"] != item["when"].get("time", "") and when["time"]:
            options["limit"] = when["time"]
        else:
            when["time"] = options["limit"]
    item["when"] = when


def data_of(review: dict[str, Any]) -> QueryDict:
    """A working copy as if its form had just been sent, so that one path checks both."""
    data = QueryDict(mutable=True)
    for name, value in review["letterhead"].items():
        data[f"head-{name}"] = value
    for item in review["items"]:
        for name, value in ItemForm.initial_of(item).items():
            key = f"{item['id']}-{name}"
            if isinstance(value, list):
                data.setlist(key, [str(one) for one in value])
            elif not isinstance(value, bool):
                data[key] = value
            elif value:
                data[key] = "on"
    return data


def _option_field(option: Option) -> forms.Field:
    if option.kind == "select":
        return forms.ChoiceField(
            label=option.label, choices=option.choices, help_text=option.help, initial=option.initial,
            error_messages={"required": _("Chọn một mục."), "invalid_choice": _("Chọn một mục trong danh sách.")},
        )  # fmt: skip
    field = _clock(option.label) if option.kind == "time" else _day(option.label)
    field.help_text, field.initial = option.help, option.initial
    return field


def as_text(value: Any) -> str:
    """An option's value as text: the form in which ways take it."""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
