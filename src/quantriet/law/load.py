"""The only reader of law/*.yaml: forms and parameters, strict, read once.

An office adds its own folder (`add_folder`): a form or a parameter of the same name there replaces the shipped one.
A file that does not say exactly what it should is refused whole, with its name and the place: `LawError`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from quantriet.engines.kernel.problem import Problem
from quantriet.law.model import (
    OPERATORS,
    Field,
    FieldKind,
    Form,
    Group,
    Initial,
    NilValue,
    Parameter,
    ParameterValue,
    Reference,
    Rule,
    Total,
)

_folders: list[Path] = [Path(__file__).parent]
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")
_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+\Z")
_CHOICES = {"kind": FieldKind, "initial": Initial, "nil": NilValue, "total": Total}


class LawError(ValueError):
    """A law file that nobody should rely on: unknown or missing keys, no reference, contradicting dates."""


def add_folder(folder: Path) -> None:
    """Read `folder`/forms and `folder`/parameters too, over what is shipped."""
    if folder not in _folders:
        _folders.append(folder)
        forget()


def forget() -> None:
    """Read everything anew at the next question."""
    _forms.cache_clear()
    _parameters.cache_clear()


def check_all() -> None:
    """Read every file now; raises `LawError` with the file and the place of the first one that cannot be relied on."""
    _forms()
    _parameters()


def form(code: str, day: date) -> Form:
    """The form in force on `day`; raises Problem for an unknown one or a day before its first version."""
    versions = _forms().get(code)
    if versions is None:
        raise Problem(
            "law.unknown_form",
            f"Không có biểu mẫu «{code}».",
            remedy="Chọn một biểu mẫu trong danh sách, hoặc thêm tệp của biểu mẫu này.",
            field="form",
        )
    holding = [version for version in versions if version.version <= day]
    if not holding:
        raise Problem(
            "law.form_not_yet",
            f"Biểu mẫu «{versions[0].title}» chưa có hiệu lực ngày {day:%d/%m/%Y}.",
            why=f"Biểu mẫu này dùng từ ngày {versions[0].version:%d/%m/%Y}.",
            field="form",
        )
    return holding[-1]


def iter_forms(day: date) -> list[Form]:
    """Every form in force on `day`, by title."""
    latest = [[form for form in versions if form.version <= day] for versions in _forms().values()]
    return sorted((held[-1] for held in latest if held), key=lambda form: form.title)


def parameter(name: str, day: date) -> Any:
    """The value in force on `day`. An unknown name or a day without a value is a mistake in code or data: LawError."""
    return parameter_value(name, day).value


def parameter_value(name: str, day: date) -> ParameterValue:
    """The value in force on `day` with its reference."""
    found = _parameters().get(name)
    if found is None:
        raise LawError(f"no parameter is called {name}")
    for value in reversed(found.values):
        if value.holds_on(day):
            return value
    raise LawError(f"parameter {name} has no value on {day}")


def iter_parameters() -> list[Parameter]:
    return list(_parameters().values())


@cache
def _forms() -> Mapping[str, tuple[Form, ...]]:
    found: dict[str, tuple[Form, ...]] = {}
    for file in _files("forms"):
        code = file.stem
        found[code] = read_forms(code, file.read_text("utf-8"), where=f"forms/{file.name}")
    return found


@cache
def _parameters() -> Mapping[str, Parameter]:
    found: dict[str, Parameter] = {}
    for file in _files("parameters"):
        for one in read_parameters(file.read_text("utf-8"), where=f"parameters/{file.name}"):
            found[one.name] = one
    return found


def _files(kind: str) -> list[Path]:
    return [file for folder in _folders for file in sorted((folder / kind).glob("*.yaml"))]


def read_forms(code: str, text: str, *, where: str) -> tuple[Form, ...]:
    """Every version of one form, oldest first."""
    if not _CODE.match(code):
        raise LawError(f"{where}: «{code}» is no code of a form")
    data = _mapping(_parse(text, where), where, required={"versions"})
    versions = [
        _form(code, raw, f"{where} version {number}")
        for number, raw in enumerate(_sequence(data["versions"], where), start=1)
    ]
    days = [form.version for form in versions]
    if days != sorted(set(days)):
        raise LawError(f"{where}: versions must stand in the order of their dates, each date once")
    return tuple(versions)


def read_parameters(text: str, *, where: str) -> list[Parameter]:
    return [
        _parameter(str(name), raw, f"{where} {name}")
        for name, raw in _mapping(_parse(text, where), where, any_key=True).items()
    ]


def _parameter(name: str, raw: object, where: str) -> Parameter:
    if not _NAME.match(name):
        raise LawError(f"{where}: a parameter's name is area.name")
    data = _mapping(raw, where, required={"label", "values"}, optional={"unit"})
    values: list[ParameterValue] = []
    for one in _sequence(data["values"], where):
        entry = _mapping(one, where, required={"since", "value", "reference"}, optional={"until"})
        until = _date(entry["until"], where) if "until" in entry else None
        values.append(
            ParameterValue(entry["value"], _date(entry["since"], where), until, _reference(entry["reference"], where))
        )
    for earlier, later in itertools.pairwise(values):
        if earlier.since >= later.since:
            raise LawError(f"{where}: values must stand in the order of their dates, each date once")
    return Parameter(name, str(data["label"]), str(data.get("unit", "")), tuple(values))


def _form(code: str, raw: object, where: str) -> Form:
    data = _mapping(raw, where, required={"since", "title", "reference", "groups"}, optional={"rules", "note"})
    groups = tuple(_group(one, where) for one in _sequence(data["groups"], where))
    fields = [field for group in groups for field in group.fields]
    codes = [field.code for field in fields]
    if len(set(codes)) != len(codes):
        raise LawError(f"{where}: a field's code stands twice")
    counts = {field.code for field in fields if field.is_count}
    rules = tuple(_rule(one, counts, where) for one in _sequence(data.get("rules", []), where, may_be_empty=True))
    return Form(
        code,
        _date(data["since"], where),
        str(data["title"]),
        _reference(data["reference"], where),
        str(data.get("note", "")),
        groups,
        rules,
    )


def _group(raw: object, where: str) -> Group:
    data = _mapping(raw, where, required={"code", "label", "fields"}, optional={"folded"})
    code = str(data["code"])
    fields = tuple(_field(one, code, where) for one in _sequence(data["fields"], where))
    folded = data.get("folded", False) is True
    if folded and any(field.required for field in fields):
        raise LawError(f"{where}: the group {code} is folded and asks for something required")
    return Group(code, str(data["label"]), folded, fields)


_FIELD_OPTIONAL = {
    "unit", "short_label", "help", "required", "minimum", "maximum", "max_length", "initial", "nil", "total", "figure",
    "key",
}  # fmt: skip


def _field(raw: object, group: str, where: str) -> Field:
    data = dict(_mapping(raw, where, required={"code", "label", "kind"}, optional=_FIELD_OPTIONAL))
    where = f"{where} field {data['code']}"
    if not isinstance(data["code"], str) or not _CODE.match(data["code"]):
        raise LawError(f"{where}: «{data['code']}» is no code of a field")
    for key, kind in _CHOICES.items():
        if key in data:
            try:
                data[key] = kind(data[key])
            except ValueError as error:
                raise LawError(f"{where}: {key} is one of {', '.join(kind)}") from error
    field = Field(group=group, **data)
    if field.minimum > field.maximum or field.minimum < 0 or field.max_length < 1:
        raise LawError(f"{where}: bounds contradict each other")
    if field.total is not Total.NONE and not field.is_count:
        raise LawError(f"{where}: only a count adds up")
    return field


def _rule(raw: object, counts: set[str], where: str) -> Rule:
    """`check` reads `a + b <= c`: sums of count fields and numbers around one comparison."""
    data = _mapping(raw, where, required={"check", "message"}, optional={"field"})
    words = str(data["check"]).split()
    signs = [number for number, word in enumerate(words) if word in OPERATORS]
    if len(signs) != 1:
        raise LawError(f"{where}: «{data['check']}» needs exactly one of {' '.join(OPERATORS)}")
    left, right = _terms(words[: signs[0]], counts, where), _terms(words[signs[0] + 1 :], counts, where)
    field = str(data.get("field", next((term for term in left if isinstance(term, str)), "")))
    if field not in counts:
        raise LawError(f"{where}: the rule «{data['check']}» is about no field of the form")
    return Rule(left, words[signs[0]], right, str(data["message"]), field)


def _terms(words: list[str], counts: set[str], where: str) -> tuple[str | int, ...]:
    if len(words) % 2 == 0 or any(word != "+" for word in words[1::2]):
        raise LawError(f"{where}: «{' '.join(words)}» is no sum")
    terms = tuple(int(word) if word.isascii() and word.isdigit() else word for word in words[::2])
    if unknown := [term for term in terms if isinstance(term, str) and term not in counts]:
        raise LawError(f"{where}: no count field is called {', '.join(unknown)}")
    return terms


def _reference(raw: object, where: str) -> Reference:
    data = _mapping(raw, f"{where} reference", required={"document", "clause", "date"})
    document, clause = str(data["document"] or "").strip(), str(data["clause"] or "").strip()
    if not document or not clause:
        raise LawError(f"{where}: a reference names a document and a clause")
    return Reference(document, clause, _date(data["date"], where))


def _parse(text: str, where: str) -> object:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise LawError(f"{where}: {error}") from error


def _date(raw: object, where: str) -> date:
    if type(raw) is not date:
        raise LawError(f"{where}: «{raw}» is no date (write 2021-07-22)")
    return raw


def _sequence(raw: object, where: str, *, may_be_empty: bool = False) -> list[object]:
    if not isinstance(raw, list) or not (raw or may_be_empty):
        raise LawError(f"{where}: a list is wanted here")
    return raw


def _mapping(
    raw: object, where: str, *, required: Iterable[str] = (), optional: Iterable[str] = (), any_key: bool = False
) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise LawError(f"{where}: keys and values are wanted here")
    needed = set(required)
    if missing := needed - set(raw):
        raise LawError(f"{where}: {', '.join(sorted(missing))} is missing")
    if not any_key and (unknown := set(map(str, raw)) - needed - set(optional)):
        raise LawError(f"{where}: nobody knows the key {', '.join(sorted(unknown))}")
    return raw
