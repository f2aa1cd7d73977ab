"""A browser for tests, and what people see in it. It is started once for all tests."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest

# The first draws no window that nobody looks at, and so takes half the time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

SHOWN = "[...document.querySelectorAll('[data-id]:not([hidden])')].map(each => each.dataset.id)"
MOVED = "new Promise(done => addEventListener('hashchange', done, { once: true }))"
"""Comes true when the page has done what it does when its address is another."""
WALK = f"""async states => {{
    const found = [];
    for (const state of states) {{
        const there = {MOVED};
        location.hash = state;
        await there;
        found.push({SHOWN});
    }}
    return found;
}}"""


def launched() -> Iterator[Any]:
    """Yield a browser of the system; skip where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip("no Chromium on this computer")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


class Tab(NamedTuple):
    """A page that is open, with whatever went wrong in it."""

    page: Any
    address: str
    troubles: list[str]

    def go(self, state: str = "") -> "Tab":
        """Go to the page in a state: what stands behind # in its address."""
        self.page.goto(f"{self.address}#{state}" if state else self.address)
        return self

    def ids(self) -> list[str]:
        """Return the tasks that are shown, as they stand."""
        found: list[str] = self.page.evaluate(SHOWN)
        return found

    def lists(self, states: Sequence[str]) -> list[list[str]]:
        """Go through states, each another than the one before; return the tasks shown in each."""
        found: list[list[str]] = self.page.evaluate(WALK, list(states))
        return found

    def text(self, selector: str) -> str:
        return str(self.page.locator(selector).inner_text())

    def state(self) -> str:
        """Return what stands behind # in the address, as a person reads it."""
        return str(self.page.evaluate("decodeURIComponent(location.hash.slice(1))"))

    @contextmanager
    def moving(self) -> Iterator[None]:
        """Wait, at the end, until the page has followed a link, or the way back."""
        self.page.evaluate(f"() => {{ window.moved = {MOVED}; }}")
        yield
        self.page.evaluate("window.moved")

    def back(self) -> None:
        with self.moving():
            self.page.go_back()

    def becomes(self, words: str) -> None:
        """Wait until the state has these words; addresses follow typing with some delay."""
        self.page.wait_for_url(lambda url: words in unquote(url))

    def choose(self, name: str, value: str) -> None:
        self.page.locator(f"select[name={name}]").select_option(value)


def opened(browser: Any, text: str, folder: Path, **options: Any) -> Tab:
    """Open a page; all that it asks for, complains of or pops up is trouble."""
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8")
    page = browser.new_page(**options)
    troubles: list[str] = []
    address = file.as_uri()

    def asked(request: Any) -> None:
        if request.url.split("#")[0] != address and not request.url.startswith("blob:"):
            troubles.append(f"asked for {request.url}")

    def popped_up(dialog: Any) -> None:
        troubles.append(f"popped up: {dialog.message}")
        dialog.dismiss()

    page.on("request", asked)
    page.on("dialog", popped_up)
    page.on("console", lambda said: troubles.append(f"{said.type}: {said.text}"))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.set_default_timeout(5000)
    return Tab(page, address, troubles).go()
