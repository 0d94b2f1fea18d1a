"""What stands before serving: the schema, the static files, the demo; quick when nothing has changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.core.checks import run_checks
from django.core.management import call_command

import quantriet
from quantriet.apps.clock.moment import now


def prepare(*, demo: bool) -> None:
    """Bring the home folder up to this version of the program; keeps all data."""
    settings.HOME.mkdir(parents=True, exist_ok=True)
    settings.FILES_ROOT.mkdir(parents=True, exist_ok=True)
    _check()
    stamp = settings.HOME / "prepared"
    version = _version()
    if not stamp.exists() or stamp.read_text("ascii") != version:
        _build()
        stamp.write_text(version, "ascii")
    elif _waits_for_migration():  # another database behind the same home
        call_command("migrate", verbosity=0, interactive=False)
    if demo:
        from quantriet.project.demo import load

        load(units=None, days=14, now=now())


def _check() -> None:
    """Refuse to start on a broken setting, form or parameter, with the sentences that say what to mend."""
    serious = [str(message) for message in run_checks() if message.is_serious()]
    if serious:
        raise SystemExit("Chưa chạy được:\n" + "\n".join(serious))


def _build() -> None:
    from quantriet.project.translations import compile_catalogue
    from quantriet.web.assets import build_assets

    print("Đang chuẩn bị lần đầu (cơ sở dữ liệu, giao diện)…", flush=True)
    settings.ASSETS_ROOT.mkdir(parents=True, exist_ok=True)
    build_assets(settings.ASSETS_ROOT)
    compile_catalogue(settings.HOME / "assets" / "locale")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)


def _waits_for_migration() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _version() -> str:
    """A digest of the program's own files: a change of code or templates prepares anew."""
    root = Path(quantriet.__file__).parent
    digest = hashlib.sha256()
    for file in sorted(root.rglob("*")):
        if file.is_file() and file.suffix != ".pyc" and {"migrations", "static", "locale"} & set(file.parts):
            digest.update(f"{file.relative_to(root)} {file.stat().st_size} {file.stat().st_mtime_ns}".encode())
    return digest.hexdigest()


def announce(address: str, *, demo: bool) -> None:
    """Say where the site is, and how to sign in to the demo."""
    print(f"\n  Quán Triệt đang chạy tại {address}\n", flush=True)
    if demo:
        from quantriet.project.demo import sign_ins

        print(sign_ins(), flush=True)
    print("  Dừng: Ctrl+C\n", flush=True)
