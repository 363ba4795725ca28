"""ICE of one transport, of aioice."""

from __future__ import annotations

import asyncio
import contextlib

from aioice import Candidate, Connection, TransportPolicy

CONNECT_TIMEOUT = 30


class Path:
    """ICE, as RTCDtlsTransport needs it, that can be restarted: a new connection takes over when it is up."""

    def __init__(self, controlling: bool, ice: dict) -> None:
        self.role = "controlling" if controlling else "controlled"
        self.generation = 0
        self._make = lambda: Connection(ice_controlling=controlling, **ice)
        self.current = self._make()
        self.next: Connection | None = None
        self._inbox: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._pumps: set[asyncio.Task] = set()

    async def gather(self) -> None:
        await self.newest.gather_candidates()

    @property
    def newest(self) -> Connection:
        return self.next or self.current

    def renew(self) -> None:
        """A restart begins (RFC 8445, 9): new credentials, and packets go the old way until it is done."""
        self.next, self.generation = self._make(), self.generation + 1

    def set_remote(self, ufrag: str, pwd: str) -> None:
        self.newest.remote_username, self.newest.remote_password = ufrag, pwd

    async def add(self, candidate: Candidate) -> None:
        await self.newest.add_remote_candidate(candidate)

    async def connect(self) -> None:
        """@raises ConnectionError, TimeoutError"""
        connection = self.newest
        await asyncio.wait_for(connection.connect(), CONNECT_TIMEOUT)
        old, self.current = self.current, connection
        if connection is self.next:
            self.next = None
        arrived = asyncio.Event()
        pump = asyncio.ensure_future(self._pump(connection, arrived))
        self._pumps.add(pump)
        pump.add_done_callback(self._pumps.discard)
        if old is not connection:
            # The other side may need longer to take the new way; the old one stays until it has.
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(arrived.wait(), CONNECT_TIMEOUT)
            await asyncio.sleep(1)  # what is still under way on the old one
            await old.close()

    async def _pump(self, connection: Connection, arrived: asyncio.Event) -> None:
        try:
            while True:
                self._inbox.put_nowait(await connection.recv())
                arrived.set()
        except ConnectionError:
            if connection is self.current:
                self._inbox.put_nowait(None)

    async def _recv(self) -> bytes:
        data = await self._inbox.get()
        if data is None:
            raise ConnectionError("ICE is closed")
        return data

    async def _send(self, data: bytes) -> None:
        await self.current.send(data)

    @property
    def relayed(self) -> bool | None:
        pair = self.current._nominated.get(1)
        return None if pair is None else "relay" in (pair.local_candidate.type, pair.remote_candidate.type)

    async def close(self) -> None:
        for connection in {self.current, self.next} - {None}:
            await connection.close()
        for pump in list(self._pumps):
            pump.cancel()


def ice_settings(services: list[dict], relay_only: bool) -> dict:
    """What XEP-0215 told as settings of ICE: the first STUN server, and the first TURN server, UDP before TCP."""
    settings: dict = {"transport_policy": TransportPolicy.RELAY if relay_only else TransportPolicy.ALL}
    stun = [s for s in services if s.get("type") == "stun"]
    turn = [s for s in services if s.get("type") == "turn" and s.get("transport", "udp") in ("udp", "tcp")]
    if stun:
        settings["stun_server"] = (stun[0]["host"], int(stun[0].get("port", "3478")))
    if turn:
        best = min(turn, key=lambda s: s.get("transport", "udp") != "udp")
        settings.update(
            turn_server=(best["host"], int(best.get("port", "3478"))),
            turn_transport=best.get("transport", "udp"),
            turn_username=best.get("username"),
            turn_password=best.get("password"),
        )
    return settings
