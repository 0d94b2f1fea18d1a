"""A beacon: shows its identifier of the moment, notes whose it hears (trạm ghi nhận tiếp xúc).

Needs the extra `radio`. It runs on any `Radio`; the clock is an argument, so that it runs in a simulation as well.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from .formats import Format
from .observations import Observation
from .radio import Heard, Radio

Clock = Callable[[], float]
"""Seconds since 1970 UTC."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a beacon shows itself and listens (nhịp phát, nghe), in seconds; a quarter is what GAEN's phones do."""

    shows_every: float = 0.25
    listens: float = 8.0
    listens_every: float = 60.0
    notes_every: int = 5  # one identifier at most so often, as Bluezone's phones did


class Beacon:
    """One radio that speaks one format; `note` gets the observations after each listening."""

    def __init__(
        self,
        radio: Radio,
        speech: Format,
        device: int,
        clock: Clock,
        note: Callable[[Observation], None],
        rhythm: Rhythm | None = None,
    ) -> None:
        self._radio, self._format, self._device = radio, speech, device
        self._clock, self._note = clock, note
        self._rhythm = rhythm or Rhythm()
        self._noted: dict[bytes, float] = {}
        self._made: list[Observation] = []
        self._read: dict[str, tuple[int, bytes]] = {}  # the slot in which an address gave which identifier
        self.failed_reads = 0

    async def run(self, seconds: float) -> None:
        """Show and listen for so long; the identifier changes on the second that its slot ends."""
        end = self._clock() + seconds
        await self._radio.start()
        if self._format.readable is not None:
            self._radio.offer(self._format.readable, lambda: self._format.identifier(int(self._clock())))
        next_listening = self._clock()
        try:
            while (now := self._clock()) < end:
                await self._show(int(now))
                self._noted.clear()
                until = min(end, self._slot_end(now))
                while (now := self._clock()) < until:
                    if now < next_listening:
                        await asyncio.sleep(min(next_listening, until) - now)
                        continue
                    next_listening = max(next_listening + self._rhythm.listens_every, now)
                    await self._listen(min(self._rhythm.listens, until - now))
        finally:
            await self._radio.stop()

    def _slot_end(self, now: float) -> float:
        return (int(now) // self._format.slot_seconds + 1) * self._format.slot_seconds

    async def _show(self, at: int) -> None:
        interval = self._rhythm.shows_every * 1000
        await self._radio.show(self._format.frame(at), interval, is_connectable=self._format.is_connectable)

    async def _listen(self, seconds: float) -> None:
        """Listen, read what has to be read, and only then note: what `note` raises must end the beacon, not a frame."""
        unread: dict[str, Heard] = {}
        try:
            await self._radio.listen(seconds, lambda heard: self._take(heard, unread))
            for heard in unread.values():
                await self._ask(heard)
        finally:
            made, self._made = self._made, []
            for observation in made:
                self._note(observation)

    def _take(self, heard: Heard, unread: dict[str, Heard]) -> None:
        found = self._format.parse(heard.frame)
        if found is not None:
            self._observe(found[0], heard.rssi, found[1])
        elif self._format.must_be_read(heard.frame):
            slot, identifier = self._read.get(heard.address, (-1, b""))
            if slot == self._slot():
                self._observe(identifier, heard.rssi)
            else:
                unread[heard.address] = heard

    async def _ask(self, heard: Heard) -> None:
        assert self._format.readable is not None
        slot = self._slot()
        identifier = await self._radio.read(heard.address, self._format.readable)
        if identifier is None or len(identifier) != self._format.width:
            self.failed_reads += 1
            return
        self._read[heard.address] = (slot, identifier)
        self._observe(identifier, heard.rssi)

    def _slot(self) -> int:
        return int(self._clock()) // self._format.slot_seconds

    def _observe(self, identifier: bytes, rssi: int, metadata: bytes = b"") -> None:
        now = self._clock()
        if now - self._noted.get(identifier, -self._rhythm.notes_every) < self._rhythm.notes_every:
            return
        self._noted[identifier] = now
        self._made.append(Observation.of(identifier, int(now), rssi, self._device, metadata))
