"""Every change of reports: opening periods, receiving reports and corrections, reminding, approving."""

from __future__ import annotations

from quantriet.apps.reports.actions.consolidations import approve_consolidation
from quantriet.apps.reports.actions.periods import change_regime, open_period, start_regime
from quantriet.apps.reports.actions.reminders import remind_missing
from quantriet.apps.reports.actions.submissions import correct_report, save_draft, submit_ad_hoc, submit_report

__all__ = [
    "approve_consolidation",
    "change_regime",
    "correct_report",
    "open_period",
    "remind_missing",
    "save_draft",
    "start_regime",
    "submit_ad_hoc",
    "submit_report",
]
