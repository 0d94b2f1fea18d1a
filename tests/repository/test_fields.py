"""Fields of models: who and when in pairs, names that say what they hold."""

from __future__ import annotations

from django.apps import apps
from django.db import models

MODELS = [model for model in apps.get_models() if model.__module__.startswith("quantriet.")]
OTHER_INSTANT = {
    # the instant of a submission is its receipt by the server, which decides everything
    ("Submission", "submitted_by"): "received_at",
}
DATES = {"since", "until", "day"}  # bounds of dated facts; the day of a period
INSTANTS = {"at", "not_before"}  # of an act; of an appointment after a failure
VERSIONS = {"form_version"}  # a form's version is the date it took effect
INHERITED = {"last_login", "date_joined"}


def _names(model: type[models.Model], kind: type[models.Field]) -> set[str]:
    fields = [field for field in model._meta.local_fields if type(field) is kind]
    return {field.name for field in fields} - INHERITED


def test_who_stands_beside_when() -> None:
    for model in MODELS:
        fields = {field.name: field for field in model._meta.local_fields}
        for name in [name for name in fields if name.endswith("_by")]:
            instant = OTHER_INSTANT.get((model.__name__, name), f"{name[:-3]}_at")
            assert instant in fields, f"{model.__name__}.{name} lacks {instant}"
            assert fields[instant].null == fields[name].null, f"{model.__name__}: {name} and {instant} differ"


def test_a_pair_that_may_be_empty_is_held_by_the_database() -> None:
    for model in MODELS:
        checks = [str(one.condition) for one in model._meta.constraints if isinstance(one, models.CheckConstraint)]
        for field in model._meta.local_fields:
            if not field.name.endswith("_by") or not field.null:
                continue
            both = [text for text in checks if field.name in text and f"{field.name[:-3]}_at" in text]
            assert both, f"{model.__name__}.{field.name} may be empty without its instant"


def test_dates_and_instants_say_so() -> None:
    for model in MODELS:
        assert {n for n in _names(model, models.DateField) if not n.endswith("_on")} <= DATES | VERSIONS
        assert {n for n in _names(model, models.DateTimeField) if not n.endswith("_at")} <= INSTANTS


def test_truth_says_so() -> None:
    for model in MODELS:
        own = _names(model, models.BooleanField) - {"is_superuser"}
        assert [name for name in own if not name.startswith(("is_", "has_"))] == []


def test_constraints_and_indexes_bear_short_names() -> None:
    """PostgreSQL cuts names at 63 characters, Django refuses an index name above 30."""
    for model in MODELS:
        names = [one.name for one in [*model._meta.constraints, *model._meta.indexes]]
        assert len(names) == len(set(names))
        assert [name for name in names if len(name) > 30] == []
