"""Virtual radios in one room, on a clock that jumps: an hour takes seconds (không trung mô phỏng).

`bumble` emulates controllers on a common link. What it simplifies is put right here: the signal strength depends on
who sends and who listens; each frame is reported once; controllers are served in one order, so that two runs are
equal; of two centrals that answer one frame, the loser is told that its connection failed; a connection that is given
up is not made afterwards.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from bumble.controller import Controller
from bumble.core import PhysicalTransport
from bumble.device import Device
from bumble.hci import (
    Address,
    HCI_ErrorCode,
    HCI_LE_Advertising_Report_Event,
    HCI_LE_Connection_Complete_Event,
    HCI_LE_Create_Connection_Cancel_Command,
    HCI_StatusReturnParameters,
    Role,
)
from bumble.host import Host
from bumble.link import LocalLink
from bumble.ll import AdvertisingPdu, ConnectInd, ControlPdu
from bumble.transport.common import AsyncPipeSink

from .radio import NewAddress, Radio

T = TypeVar("T")

Strength = Callable[[str, str], int | None]
"""Signal strength in dBm of a frame from one name to another, now; None where it is not received."""

_UNANSWERED = 0.06  # seconds: six connection events of 10 ms without an answer, then a central gives up
_REPORT = HCI_LE_Advertising_Report_Event


class Air(LocalLink):
    """What lies between the virtual radios."""

    def __init__(self, strength: Strength) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.controllers: list[VirtualController] = []  # type: ignore[assignment]  # a set has no order
        self._strength = strength

    def radio(self, name: str, new_address: NewAddress) -> Radio:
        """A new radio of this name in the air."""
        controller = VirtualController(name, link=self)
        host = Host(controller, AsyncPipeSink(controller))
        return Radio(Device(name=name, host=host), new_address)

    def add_controller(self, controller: Controller) -> None:
        assert isinstance(controller, VirtualController)
        self.controllers.append(controller)

    def send_advertising_pdu(self, sender_controller: Controller, packet: AdvertisingPdu) -> None:
        loop = asyncio.get_running_loop()
        if isinstance(packet, ConnectInd):
            loop.call_soon(self._connect, sender_controller, packet)
            return
        for receiver in self.controllers:
            if receiver is sender_controller or not receiver.is_listening:
                continue
            rssi = self._strength(sender_controller.name, receiver.name)
            if rssi is not None:
                loop.call_soon(receiver.hear, packet, rssi)

    def _connect(self, central: Controller, packet: ConnectInd) -> None:
        """The first central takes the frame; who comes later finds it gone and is told so a moment later."""
        for peripheral in self.controllers:
            if peripheral.is_shown_as(packet.advertiser_address):
                peripheral.on_le_connect_ind(packet)
                return
        asyncio.get_running_loop().call_later(_UNANSWERED, self._lose, central, packet.advertiser_address)

    def _lose(self, central: Controller, address: Address) -> None:
        lost = central.le_connections.get(address)
        if lost is not None:
            central.on_le_disconnected(lost, HCI_ErrorCode.CONNECTION_FAILED_TO_BE_ESTABLISHED_ERROR)


class VirtualController(Controller):
    """An emulated controller that reports the strength it hears with."""

    @property
    def is_listening(self) -> bool:
        return bool(self.le_scan_enable) or self.pending_le_connection is not None

    def is_shown_as(self, address: Address) -> bool:
        """Whether it advertises under this address."""
        return any(one.enabled and one.address == address for one in self.advertising_sets.values())

    def on_link_acl_data(self, sender_address: Address, transport: PhysicalTransport, packet: bytes) -> None:
        """What a central sends before it knows that it has lost is heard by nobody."""
        if sender_address in self.le_connections:
            super().on_link_acl_data(sender_address, transport, packet)

    def on_ll_control_pdu(self, sender_address: Address, packet: ControlPdu) -> None:
        if sender_address in self.le_connections:
            super().on_ll_control_pdu(sender_address, packet)

    def on_hci_le_create_connection_cancel_command(
        self, _command: HCI_LE_Create_Connection_Cancel_Command
    ) -> HCI_StatusReturnParameters:
        """A connection that is given up is not made later on, half: the peripheral would fall silent for ever."""
        if (wanted := self.pending_le_connection) is not None:
            self.pending_le_connection = None
            asyncio.get_running_loop().call_soon(self._tell_given_up, wanted.peer_address)
        return HCI_StatusReturnParameters(HCI_ErrorCode.SUCCESS)

    def _tell_given_up(self, address: Address) -> None:
        self.send_hci_packet(
            HCI_LE_Connection_Complete_Event(
                status=HCI_ErrorCode.UNKNOWN_CONNECTION_IDENTIFIER_ERROR,
                connection_handle=0,
                role=Role.CENTRAL,
                peer_address_type=address.address_type,
                peer_address=address,
                connection_interval=0,
                peripheral_latency=0,
                supervision_timeout=0,
                central_clock_accuracy=0,
            )
        )

    def hear(self, packet: Any, rssi: int) -> None:
        if self.le_scan_enable:
            report = _REPORT.Report(
                event_type=_REPORT.EventType.ADV_IND,
                address_type=packet.advertiser_address.address_type,
                address=packet.advertiser_address,
                data=packet.data,
                rssi=rssi,
            )
            self.send_hci_packet(_REPORT([report]))
        wanted = self.pending_le_connection
        if wanted is not None and wanted.peer_address == packet.advertiser_address:
            self.create_le_connection(packet.advertiser_address)


class JumpingLoop(asyncio.SelectorEventLoop):
    """An event loop without waiting: when nobody is ready, its clock jumps to the next timer."""

    def __init__(self) -> None:
        self._now = 0.0
        super().__init__(_JumpingSelector(self))

    def time(self) -> float:
        return self._now

    def jump(self, seconds: float) -> None:
        self._now += seconds


class _JumpingSelector(selectors.DefaultSelector):
    def __init__(self, loop: JumpingLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        events: list[tuple[selectors.SelectorKey, int]] = super().select(0)
        if not events and timeout is None:
            raise RuntimeError("nothing is left that could ever happen")
        if not events and timeout is not None and timeout > 0:
            self._loop.jump(timeout)
        return events


def run_virtually(work: Callable[[JumpingLoop], Coroutine[Any, Any, T]]) -> T:
    """Run to the end on a jumping clock that starts at 0; what is still waiting then is cancelled."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        loop = runner.get_loop()
        assert isinstance(loop, JumpingLoop)
        return runner.run(work(loop))
