"""Forms of the accounts' pages."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from quantriet.apps.accounts.roles import GIVEN
from quantriet.apps.organization.models import Unit


class AccountForm(forms.Form):
    """The sign-in name for somebody who has none (cấp tài khoản)."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=40,
        help_text=_("Chữ không dấu, số, dấu chấm, gạch ngang."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )


class RoleForm(forms.Form):
    """A role on a unit (phân quyền)."""

    role = forms.ChoiceField(
        label=_("Quyền"), choices=[(role.code, f"{role.name}: {role.description}") for role in GIVEN]
    )
    unit = forms.ModelChoiceField(
        label=_("Trên đơn vị"), queryset=Unit.objects.none(), help_text=_("Gồm cả các đơn vị trực thuộc.")
    )

    def __init__(self, *args: object, units: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
