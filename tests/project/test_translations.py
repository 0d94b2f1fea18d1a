"""Every text has its English, with the same places for values, and Django finds it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from django.template import Context, Template
from django.test import override_settings
from django.utils import translation
from django.utils.translation import gettext, ngettext

from quantriet.project.translations import compile_catalogue, gather, problems, read_catalogue

PLACE = re.compile(r"%\(\w+\)[a-z]|%%|%[a-z]|\{\w*\}")


def _pairs() -> list[tuple[str, str]]:
    """Each source text with each form of its translation."""
    pairs: list[tuple[str, str]] = []
    for message in read_catalogue():
        source = message.id if isinstance(message.id, str) else message.id[0]
        forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
        pairs += [(source, text) for text in forms if source]
    return pairs


def test_every_text_has_its_english() -> None:
    assert problems() == []


def test_a_translation_has_the_places_of_its_source() -> None:
    wrong = [pair for pair in _pairs() if Counter(PLACE.findall(pair[0])) != Counter(PLACE.findall(pair[1]))]
    assert wrong == []


def test_a_translation_brings_no_markup_of_its_own() -> None:
    """Many texts stand in attributes, where a quotation mark would end them."""
    assert [pair for pair in _pairs() if set("\"'<>&") & set(pair[1]) - set(pair[0])] == []


def test_a_call_inside_an_f_string_is_gathered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "some.py").write_text("f\"{n} {_('một')}\"; ngettext('%d ngày', '%d ngày', n)", "utf-8")
    monkeypatch.setattr("quantriet.project.translations.PACKAGE", tmp_path)
    assert set(gather()) == {"một", ("%d ngày", "%d ngày")}


def test_django_loads_what_is_compiled(tmp_path: Path) -> None:
    compile_catalogue(tmp_path)
    unread = "%(n)s thông báo chưa đọc"
    sums = Template("{% load i18n %}{% translate '%o nghĩa vụ, %u đơn vị' %}")
    with override_settings(LOCALE_PATHS=[tmp_path]), translation.override("en"):
        assert gettext("Hôm nay") == "Today"
        assert gettext("Đã nhận") == "Received"
        assert [ngettext(unread, unread, count) % {"n": count} for count in (1, 3)] == [
            "1 unread notice",
            "3 unread notices",
        ]
        assert sums.render(Context()) == "Obligations: %o, units: %u"
    with translation.override("vi"):
        assert gettext("Hôm nay") == "Hôm nay"
        assert ngettext(unread, unread, 1) % {"n": 1} == "1 thông báo chưa đọc"
