"""The stage of a browser test: the people with their machines, the clock, and what goes wrong behind a page."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import time_machine
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from quantriet.apps.clock.appointments import keep_appointments
from tests.e2e.browsers import PATIENCE_MS
from tests.support.agency import PASSWORD, at

DESK = {"width": 1360, "height": 900}
PHONE = {"width": 390, "height": 844}


class Stage:
    """Opens machines for people and moves the one clock of server and browsers. A context manager."""

    def __init__(self, browser: Browser, base_url: str) -> None:
        self.browser, self.base_url = browser, base_url
        self.contexts: list[BrowserContext] = []
        self.clocks: list[BrowserContext] = []  # those whose scripts see the clock of the stage
        self.faults: dict[Page, list[str]] = defaultdict(list)
        self.now = at(8)
        self._travel = time_machine.travel(self.now, tick=False)

    def __enter__(self) -> Stage:
        self._clock = self._travel.start()
        return self

    def __exit__(self, *_: object) -> None:
        for context in self.contexts:
            context.close()
        self._travel.stop()
        faults = {page.url: found for page, found in self.faults.items() if found}
        assert not faults, faults

    def move_to(self, hour: int, minute: int = 0, second: int = 0, **more: Any) -> datetime:
        """Set the clock of the day; what is due by then happens, as it does in the running product."""
        self.now = at(hour, minute, second, **more)
        self._clock.move_to(self.now)
        for context in self.clocks:
            context.clock.set_fixed_time(self.now)
        keep_appointments(self.now)
        return self.now

    def open(self, size: dict[str, int], **options: Any) -> Page:
        """A machine of its own, on which nobody has signed in."""
        options.setdefault("service_workers", "block")
        context = self.browser.new_context(
            base_url=self.base_url,
            viewport=size,  # type: ignore[arg-type]
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            accept_downloads=True,
            is_mobile=size is PHONE,
            has_touch=size is PHONE,
            **options,
        )
        context.set_default_timeout(PATIENCE_MS)
        self.contexts.append(context)
        if options.get("java_script_enabled", True):
            context.clock.set_fixed_time(self.now)
            self.clocks.append(context)
        page = context.new_page()
        self._watch(page)
        return page

    def sign_in(self, name: str, size: dict[str, int], **options: Any) -> Page:
        """Somebody of the agency at this machine, through the form that everybody uses."""
        page = self.open(size, **options)
        page.goto("/")
        page.get_by_label("Tên đăng nhập").fill(name)
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.get_by_role("button", name="Đăng nhập", exact=True).click()
        page.wait_for_url("/")
        return page

    def _watch(self, page: Page) -> None:
        """Note what a visitor does not see: errors of scripts, refusals of the policy, requests that leave or fail."""
        faults = self.faults[page]
        origin = urlsplit(self.base_url).netloc

        def on_console(message: ConsoleMessage) -> None:
            # Failed loads are told by `on_response`, with their status.
            if message.type == "error" and not message.text.startswith("Failed to load resource"):
                faults.append(f"console: {message.text}")

        def on_request(request: Request) -> None:
            address = urlsplit(request.url)
            if address.scheme in {"http", "https"} and address.netloc != origin:
                faults.append(f"left the server: {request.url}")

        def on_response(response: Response) -> None:
            if response.status >= 500 or (response.status >= 400 and not response.request.is_navigation_request()):
                faults.append(f"{response.status}: {response.url}")

        page.on("console", on_console)
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.on("request", on_request)
        page.on("response", on_response)
