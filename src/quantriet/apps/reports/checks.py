"""A system check: an office's own law file that cannot be read stops the start, not the report of a head at 14:55."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error, register

from quantriet.law import load


@register()
def law_files_can_be_read(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    try:
        load.check_all()
    except (load.LawError, OSError, UnicodeDecodeError) as fault:
        return [Error(f"Tệp biểu mẫu hoặc tham số không dùng được: {fault}", id="reports.E001")]
    return []
