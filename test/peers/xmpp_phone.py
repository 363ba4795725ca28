"""Calls by message initiation (XEP-0353 v0.8), one at a time: what we do of our own accord, and the life of a call."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Callable
from xml.etree.ElementTree import Element

from peer_media import Meter
from xmpp_call import Call, Ended
from xmpp_media import Media
from xmpp_stream import Stream
from xmpp_strict import Strict
from xmpp_xml import (
    HINTS,
    JMI,
    REASONS,
    RECEIPTS,
    RTP,
    bare,
    make,
    make_reason,
)

INITIATE_TIMEOUT = 15
FINISH_TIMEOUT = 3


class Phone:
    """`jingle` is what a proceed and an answer lead to; see xmpp_session.py. What comes in: xmpp_messages.py."""

    def __init__(self, stream: Stream, strict: Strict, options: dict, tell: Callable[..., None]) -> None:
        self.stream, self.strict, self.options, self.tell = stream, strict, options, tell
        self.call: Call | None = None
        self.jingle = None
        self.last_end: dict | None = None
        self.last_meter = Meter()
        self.received: list[str] = []
        self.ended: dict[str, Ended] = {}
        self.open_media: set[Media] = set()
        self.lock = asyncio.Lock()
        self._incoming: asyncio.Queue = asyncio.Queue()
        self._worker = asyncio.ensure_future(self._work())
        stream.on_message = lambda element: self._incoming.put_nowait((self.receive, element))
        stream.on_jingle = lambda iq, jingle: self._incoming.put_nowait((self.jingle.receive, iq, jingle))

    async def _work(self) -> None:
        while True:
            handler, *arguments = await self._incoming.get()
            async with self.lock:
                try:
                    await handler(*arguments)
                except Exception as error:  # noqa: BLE001: a test has to see it, and the peer goes on
                    self.tell(event="error", text=f"{handler.__name__}: {type(error).__name__}: {error}")

    async def receive(self, message: Element) -> None:
        raise NotImplementedError

    @property
    def state(self) -> str:
        return self.call.state if self.call else "idle"

    # What tests order

    def propose(self, kinds: list[str], to: str, only: bool = False, sid: str | None = None) -> None:
        call = self.begin(Call(sid or str(uuid.uuid4()), bare(to), "initiator", set(kinds), only=only))
        descriptions = [make("description", RTP, media=kind) for kind in sorted(call.kinds)]
        self.send(call.peer_bare, "propose", call.sid, *descriptions, stanza_id=f"jm-propose-{call.sid}")

    async def answer(self, kinds: list[str]) -> None:
        call = self.need("ringing")
        call.kinds &= set(kinds)
        call.state = "connecting"
        if not call.jmi:
            return await self.jingle.accept(call)
        call.proceeded = True
        self.send(call.peer, "proceed", call.sid)
        rule = "XEP-0353 3.6: the session is initiated after proceed"
        self.strict.expect(("initiate", call.sid), rule, f"not within {INITIATE_TIMEOUT} s", INITIATE_TIMEOUT)
        call.timer = asyncio.get_running_loop().call_later(INITIATE_TIMEOUT + 0.5, self._never_initiated, call)

    def reject(self, reason: str | None) -> None:
        call = self.need("ringing")
        if not call.jmi:
            return self.jingle.terminate(call, reason or "decline")
        self.send(call.peer, "reject", call.sid, make_reason(reason or "decline"))
        self.end(call, "me", "reject", reason or "decline")

    def retract(self, reason: str | None = None) -> None:
        call = self.need("calling")
        self.send(call.peer_bare, "retract", call.sid, make_reason(reason or "cancel"))
        self.end(call, "me", "retract", reason or "cancel")

    def hang_up(self, reason: str | None = None) -> None:
        call = self.call
        if call is None:
            return
        if call.initiated or not call.jmi:
            self.jingle.terminate(call, reason or ("success" if call.state == "connected" else "cancel"))
        elif call.state == "ringing":
            self.reject(reason)
        elif call.proceeded:
            self.send(call.peer, "finish", call.sid, make_reason(reason or "cancel"))
            self.end(call, "me", "finish", reason or "cancel")
        else:
            self.retract(reason)

    def need(self, *states: str) -> Call:
        if self.call is None or self.call.state not in states:
            raise RuntimeError(f"the state is {self.state}, not {' or '.join(states)}")
        return self.call

    # The life of a call

    def begin(self, call: Call, *received: str) -> Call:
        if self.call:
            raise RuntimeError(f"there is a call already: {self.state}")
        self.call, self.last_end, self.received = call, None, list(received)
        call.meter = self.last_meter = Meter(
            lambda frame: self.tell(event="first-frame", at=int(time.time() * 1000), width=frame.width)
        )
        self.tell(event="state", state=call.state)
        return call

    def end(self, call: Call, by: str, how: str, reason: str | None, owes_finish: bool = False) -> None:
        """`owes_finish`: there was a session, so both sides finish it (XEP-0353, 3.7)."""
        if self.call is not call:
            return
        self.call, self.last_end = None, {"by": by, "how": how, "reason": reason}
        self.ended[call.sid] = Ended(by, time.monotonic(), call.peer, acknowledged=how != "terminate")
        self.strict.met(("initiate", call.sid))
        if call.timer:
            call.timer.cancel()
        if owes_finish and call.jmi and call.peer:
            self.send(call.peer, "finish", call.sid, make_reason(reason if reason in REASONS else "success"))
            rule = "XEP-0353 3.7: both sides finish a session"
            self.strict.expect(("finish", call.sid), rule, f"no finish after {how} by {by}", FINISH_TIMEOUT)
        if call.media:
            asyncio.ensure_future(self._close(call.media))
        self.tell(event="ended", by=by, how=how, reason=reason)

    async def _close(self, media: Media) -> None:
        media.closed = True
        try:
            await asyncio.wait_for(media.close(), 5)
        except Exception as error:  # noqa: BLE001
            self.tell(event="error", text=f"closing: {type(error).__name__}: {error}")
        self.open_media.discard(media)

    def _never_initiated(self, call: Call) -> None:
        self.end(call, "me", "no-session", "timeout")

    # What goes out

    def send(self, to: str, name: str, sid: str, *payload: Element, stanza_id: str | None = None) -> None:
        action = make(name, JMI, *payload, id=sid)
        extras = [make("store", HINTS)]
        if name == "propose" and self.options.get("receipts", True):
            extras.append(make("request", RECEIPTS))
        self.stream.message(to, action, *extras, type="chat", id=stanza_id or f"jm-{name}-{uuid.uuid4()}")
