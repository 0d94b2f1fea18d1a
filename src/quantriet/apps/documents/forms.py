"""The form by which a document comes in: pasted text or a file, and what is held between two sendings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from quantriet.apps.documents import intake, problems, storage
from quantriet.apps.documents.models import Direction
from quantriet.engines.kernel.problem import Problem

_SALT = "documents.held"
_HELD_SECONDS = 24 * 60 * 60


class ReceiveForm(forms.Form):
    """Text or file. A browser forgets a chosen file when a page comes back, so the file is held by the server:
    `held` names it, signed, until the clerk has answered."""

    text = forms.CharField(
        label=_("Toàn văn"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false", "class": "paper-input"}),
    )
    file = forms.FileField(
        label=_("Tệp văn bản"),
        required=False,
        allow_empty_file=True,
        max_length=None,
        widget=forms.FileInput(attrs={"accept": ",".join(intake.SUFFIXES)}),
        help_text=_("Word, PDF, bản chụp, ảnh, thư .eml, tệp nén .zip hoặc .txt, tới 20 MB. Kéo vào đây cũng được."),
    )
    direction = forms.ChoiceField(label=_("Vào sổ"), choices=Direction.choices, initial=Direction.INCOMING)
    held = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Settle on one original: `data` and `name`."""
        cleaned: dict[str, Any] = super().clean() or {}
        text, file, held = cleaned.get("text") or "", cleaned.get("file"), cleaned.get("held")
        try:
            if file and text.strip():
                raise problems.both_given()
            if file:
                cleaned["data"], cleaned["name"] = file.read(), file.name
            elif held and not text.strip():
                cleaned["data"], cleaned["name"] = _held(held)
            elif text.strip():
                cleaned["data"], cleaned["name"] = intake.pasted(text)
            else:
                raise problems.nothing_given()
        except Problem as problem:
            self.refuse(problem)
        return cleaned

    def refuse(self, problem: Problem) -> None:
        """Put a refusal on the field it speaks of."""
        self.add_error(problem.field if problem.field in self.fields else None, problem.sentence)

    def hold_file(self) -> None:
        """Keep the chosen file on the server for the next sending, and name it in the form."""
        if self.cleaned_data.get("text", "").strip():
            return
        sha256 = storage.write_bytes(self.cleaned_data["data"])
        token = signing.dumps([sha256, self.cleaned_data["name"]], salt=_SALT)
        data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        data["held"] = token
        self.data = data

    @property
    def held_name(self) -> str:
        """The name of the file that the server holds for this form."""
        try:
            return _held_names(self.data.get("held", ""))[1]
        except Problem:
            return ""


def _held(token: str) -> tuple[bytes, str]:
    sha256, name = _held_names(token)
    return storage.read_bytes(sha256), name


def _held_names(token: str) -> tuple[str, str]:
    try:
        sha256, name = signing.loads(token, salt=_SALT, max_age=_HELD_SECONDS)
    except signing.BadSignature:
        raise problems.upload_expired() from None
    return sha256, name
