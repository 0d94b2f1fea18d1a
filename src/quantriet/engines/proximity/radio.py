"""One Bluetooth controller, real or virtual: show a frame, listen, read a value (bộ thu phát Bluetooth).

Needs the extra `radio` (the host stack `bumble`). The same class drives a USB controller and the virtual ones of
`virtual_air`; nothing here knows which it is, nor what the frames mean.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from bumble.core import UUID, BaseBumbleError
from bumble.device import Advertisement, AdvertisingType, Connection, Device, Peer
from bumble.gatt import Characteristic, CharacteristicValue, Service
from bumble.hci import Address, HCI_LE_Set_Random_Address_Command, Role
from bumble.host import Host
from bumble.transport import open_transport
from bumble.transport.common import Transport

from .formats import Readable

ANSWER_TIMEOUT = 10.0  # seconds, as Bluezone's phones wait

NewAddress = Callable[[], bytes]
"""Six random bytes: the radio's next address. `os.urandom` bound to 6, or a seeded source in a simulation."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One frame as it came in: the sender's address of the moment, the bytes, the signal strength in dBm."""

    address: str
    frame: bytes
    rssi: int


@dataclass(frozen=True, slots=True)
class _Shown:
    frame: bytes
    interval_ms: float
    is_connectable: bool


class Radio:
    """A controller in use (bộ thu phát). One task at a time calls it.

    While it reads it does not show itself: the host stack takes whatever connection comes first for the one it asked
    for, and small controllers cannot call and be called at once.
    """

    def __init__(self, device: Device, new_address: NewAddress) -> None:
        self._device = device
        self._new_address = new_address
        self._on_heard: Callable[[Heard], None] | None = None
        self._shown: _Shown | None = None
        self._is_reading = False
        self._change = asyncio.Lock()
        self._resuming: set[asyncio.Task[None]] = set()
        device.on(device.EVENT_ADVERTISEMENT, self._pass_on)
        device.on(device.EVENT_CONNECTION, self._wait_for_end)

    async def start(self) -> None:
        """Switch on; raises TimeoutError when the controller does not answer within ten seconds."""
        async with asyncio.timeout(ANSWER_TIMEOUT):
            await self._device.power_on()

    def offer(self, readable: Readable, value: Callable[[], bytes]) -> None:
        """Let anybody read a characteristic; `value` is asked anew at each reading."""
        service, characteristic = readable
        answer: Characteristic[bytes] = Characteristic(
            characteristic,
            Characteristic.Properties.READ,
            Characteristic.READABLE,
            CharacteristicValue(read=lambda _: value()),
        )
        self._device.add_service(Service(service, [answer]))

    async def show(self, frame: bytes, interval_ms: float, *, is_connectable: bool) -> None:
        """Advertise this frame from now on, under a new address: an old one would tie it to the frame before."""
        async with self._change:
            await self._device.stop_advertising()
            address = Address(_as_static(self._new_address()))
            await self._device.send_sync_command(HCI_LE_Set_Random_Address_Command(random_address=address))
            self._device.random_address = address
            self._shown = _Shown(frame, interval_ms, is_connectable)
            await self._advertise(self._shown)

    async def listen(self, seconds: float, on_heard: Callable[[Heard], None]) -> None:
        """Hand over every frame that comes in during so many seconds; asks no sender for more."""
        self._on_heard = on_heard
        await self._device.start_scanning(active=False, filter_duplicates=False)
        try:
            await asyncio.sleep(seconds)
        finally:
            await self._device.stop_scanning()
            self._on_heard = None

    async def read(self, address: str, readable: Readable) -> bytes | None:
        """What a sender answers; None if it is gone, busy with somebody else, or silent for ten seconds."""
        async with self._change:
            self._is_reading = True
            await self._device.stop_advertising()
        try:
            async with asyncio.timeout(ANSWER_TIMEOUT):
                connection = await self._device.connect(Address(address), timeout=ANSWER_TIMEOUT / 2)
                return await self._read_and_leave(connection, readable)
        except (TimeoutError, BaseBumbleError):
            return None
        finally:
            self._is_reading = False
            await self._resume()

    async def stop(self) -> None:
        async with self._change:
            self._shown = None
            await self._device.stop_advertising()
            await self._device.power_off()

    async def _advertise(self, shown: _Shown) -> None:
        kind = AdvertisingType.UNDIRECTED_CONNECTABLE_SCANNABLE if shown.is_connectable else AdvertisingType.UNDIRECTED
        await self._device.start_advertising(
            advertising_type=kind,
            advertising_data=shown.frame,
            advertising_interval_min=shown.interval_ms,
            advertising_interval_max=shown.interval_ms,
        )

    async def _resume(self) -> None:
        """Show again what a connection has interrupted."""
        async with self._change:
            if self._shown is not None and not self._is_reading:
                await self._advertise(self._shown)

    def _wait_for_end(self, connection: Connection) -> None:
        """Whoever reads from us ends our advertising; it goes on when they have left."""
        if connection.role == Role.PERIPHERAL:
            connection.once(connection.EVENT_DISCONNECTION, lambda _: self._resume_soon())

    def _resume_soon(self) -> None:
        task = asyncio.ensure_future(self._resume())
        self._resuming.add(task)
        task.add_done_callback(self._resuming.discard)

    async def _read_and_leave(self, connection: Connection, readable: Readable) -> bytes | None:
        """The reading ends with the connection: the stack alone would go on waiting for an answer."""
        reading = asyncio.ensure_future(_read(Peer(connection), readable))
        connection.once(connection.EVENT_DISCONNECTION, lambda _: reading.cancel())
        try:
            await asyncio.wait([reading])
            return None if reading.cancelled() else reading.result()
        finally:
            reading.cancel()
            await self._leave(connection)

    async def _leave(self, connection: Connection) -> None:
        """Let go of the other side; of a connection that is gone the stack would wait for the end in vain."""
        if self._device.connections.get(connection.handle) is connection:
            with suppress(TimeoutError, BaseBumbleError):
                async with asyncio.timeout(ANSWER_TIMEOUT):
                    await connection.disconnect()

    def _pass_on(self, advertisement: Advertisement) -> None:
        if self._on_heard is not None:
            self._on_heard(Heard(str(advertisement.address), advertisement.data_bytes, advertisement.rssi))


async def open_radio(transport: str, new_address: NewAddress) -> tuple[Radio, Transport]:
    """The controller behind a transport name of `bumble` («usb:0», «hci-socket:0»); close the transport at the end."""
    opened = await open_transport(transport)
    host = Host(opened.source, opened.sink)
    return Radio(Device(name="Quan Triet", host=host), new_address), opened


async def _read(peer: Peer, readable: Readable) -> bytes | None:
    service, characteristic = readable
    for found in await peer.discover_service(UUID(service)):
        for answer in await found.discover_characteristics([UUID(characteristic)]):
            return bytes(await answer.read_value())
    return None


def _as_static(address: bytes) -> bytes:
    """A random static address: the two highest bits set (Core Specification, Vol 6, Part B, 1.3.2.1)."""
    return address[:5] + bytes((address[5] | 0xC0,))
