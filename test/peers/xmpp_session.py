"""Jingle sessions (XEP-0166, 0167, 0176) of the phone's call."""

from __future__ import annotations

import asyncio
import uuid
from xml.etree.ElementTree import Element

from xmpp_call import Call
from xmpp_jingle import Remote, bundle_of, make_bundle, make_content, read_content
from xmpp_media import Leg, Line, Media
from xmpp_path import ice_settings
from xmpp_phone import Phone
from xmpp_xml import (
    JINGLE,
    RTP_INFO,
    bare,
    children,
    make,
    make_reason,
)

LOSS_PATIENCE = 15


class Session:
    """What we do of our own accord, and what the call learns of its media."""

    def __init__(self, phone: Phone) -> None:
        self.phone, self.stream, self.strict = phone, phone.stream, phone.strict
        phone.jingle = self

    # What tests order

    async def direct(self, kinds: list[str], to: str) -> None:
        """Calls one device without message initiation."""
        call = Call(str(uuid.uuid4()), bare(to), "initiator", set(kinds), jmi=False, peer=to)
        await self.initiate(self.phone.begin(call))

    async def initiate(self, call: Call) -> None:
        media = await self._media(call, "initiator")
        for kind in sorted(call.kinds):
            await media.add(kind, "initiator", kind)
        call.initiated = True
        contents = [self._describe(media, line, "actpass") for line in media.lines.values()]
        if self._bundles and len(contents) > 1:
            contents.append(make_bundle(list(media.lines)))
        self._send(call, "session-initiate", *contents, refused=lambda why: self._refused(call, why))
        self._trickle(call, media.lines.values())

    async def accept(self, call: Call) -> None:
        """Answers the session-initiate that lies in the call, with the kinds that are sent."""
        media = await self._media(call, "responder")
        remotes = [read_content(self.strict, c, "offer") for c in children(call.offer, "content", JINGLE)]
        bundle = bundle_of(call.offer) if self._bundles else []
        for remote in remotes:
            await self._answer_content(call, remote, bundle)
        if not media.lines:
            return self.terminate(call, "failed-application")
        contents = [self._describe(media, line, self._setup(line.leg)) for line in media.lines.values()]
        shared = [name for name in bundle if name in media.lines]
        if shared:
            media.bundled = True
            contents.append(make_bundle(shared))
        call.state = "connecting"
        self._send(call, "session-accept", *contents, responder=self.stream.own)
        self._trickle(call, media.lines.values())
        media.start()

    def terminate(self, call: Call, reason: str) -> None:
        self._send(call, "session-terminate", make_reason(reason), done=lambda: self._acknowledged(call.sid))
        self.phone.end(call, "me", "terminate", reason, owes_finish=True)

    def info(self, name: str, kind: str | None = None) -> None:
        """Mute, unmute, hold, unhold (XEP-0167, 8); for one content, or all."""
        call = self.phone.need("connecting", "connected")
        lines = [line for line in call.media.lines.values() if kind in (None, line.kind)]
        for line in lines:
            if name in ("mute", "unmute"):
                line.track.muted = name == "mute"
        only = {"creator": lines[0].creator, "name": lines[0].name} if kind and lines else {}
        self._send(call, "session-info", make(name, RTP_INFO, **only))

    async def add(self, kind: str) -> None:
        call = self.phone.need("connected")
        media, name = call.media, self._free_name(call, kind)
        shared = next(iter(media.lines.values())).leg if media.bundled else None
        line = await media.add(name, call.role, kind, shared)
        call.adding = name
        parts = [self._describe(media, line, "actpass")]
        if shared:
            parts.append(make_bundle(list(media.lines)))
        self._send(call, "content-add", *parts)
        self._trickle(call, [line])
        rule = "XEP-0166 7.2.2: a content-add is accepted or rejected"
        self.strict.expect(("add", call.sid), rule, f"{name} was not", 10)

    async def remove(self, kind: str) -> None:
        call = self.phone.need("connected")
        line = call.media.line_of(kind)
        self._send(call, "content-remove", make_content(line.name, line.creator, line.senders))
        call.gone.add(line.name)
        await call.media.remove(line.name)

    def modify(self, kind: str, senders: str) -> None:
        call = self.phone.need("connected")
        line = call.media.line_of(kind)
        line.senders = senders
        self._send(call, "content-modify", make_content(line.name, line.creator, senders))
        call.media.start()

    async def restart(self) -> None:
        """ICE anew (XEP-0176, 5.9): new credentials by transport-info; the answer brings theirs."""
        call = self.phone.need("connected")
        await call.media.renew()
        told: set[int] = set()
        for line in call.media.lines.values():
            if id(line.leg) not in told:
                told.add(id(line.leg))
                self._tell_transport(call, line)
                rule = "XEP-0176 5.9: a restart is answered with new credentials"
                self.strict.expect(("restart", id(line.leg)), rule, line.name, 5)

    # Helpers

    @property
    def _bundles(self) -> bool:
        return self.phone.options.get("bundle", True)

    async def _media(self, call: Call, role: str) -> Media:
        relay_only = self.phone.options.get("relayOnly", False)
        services = await self.stream.relays() if self.phone.options.get("relays", True) else []
        media = Media(
            role,
            ice_settings(services, relay_only),
            lambda: self._connected(call),
            lambda why: self._lost(call, why),
            call.meter,
        )
        call.media = media
        self.phone.open_media.add(media)
        return media

    async def _answer_content(self, call: Call, remote: Remote, bundle: list[str]) -> Line | None:
        """A content of theirs becomes a line, on the bundle's transport if it is of one that exists."""
        media = call.media
        partners = [line.leg for line in media.lines.values() if line.name in bundle and remote.name in bundle]
        if self._bundles and media.bundled:  # a content-add that goes over what there is need not name the group
            partners += [line.leg for line in media.lines.values() if line.leg.remote.ufrag == remote.ufrag]
        if remote.kind not in ("audio", "video") or not remote.fingerprints:
            return None
        line = await media.add(remote.name, remote.creator, remote.kind, partners[0] if partners else None)
        if not line.settle(remote):
            await media.remove(line.name)
            return None
        line.senders = _without_us(remote.senders, call.role) if remote.kind not in call.kinds else remote.senders
        await media.take(line, remote, offered=True)
        return line

    def _describe(self, media: Media, line: Line, setup: str) -> Element:
        return media.describe(line, line.senders, setup, with_candidates=not self.phone.options.get("trickle", True))

    @staticmethod
    def _setup(leg: Leg) -> str:
        return "active" if leg.client else "passive"

    def _trickle(self, call: Call, lines: object) -> None:
        if not self.phone.options.get("trickle", True):
            return
        told: set[int] = set()
        for line in lines:
            if id(line.leg) not in told and line.leg.dtls.state == "new":
                told.add(id(line.leg))
                for candidate in call.media.told_candidates(line.leg):
                    self._tell_transport(call, line, candidate)

    def _tell_transport(self, call: Call, line: Line, *candidates: Element) -> None:
        """With the candidates given, or after a restart with the new credentials and all of them."""
        media = call.media
        told = candidates or media.told_candidates(line.leg)
        content = make("content", JINGLE, media.transport(line.leg, *told), creator=line.creator, name=line.name)
        self._send(call, "transport-info", content)

    @staticmethod
    def _free_name(call: Call, kind: str) -> str:
        return kind if kind not in call.media.lines else f"{kind}-{uuid.uuid4().hex[:4]}"

    def _connected(self, call: Call) -> None:
        if self.phone.call is call:
            call.state = "connected"
            self.phone.tell(event="connected")

    def _lost(self, call: Call, why: str) -> None:
        """They may have gone without a word, or their word is under way: some patience, as clients have."""
        if self.phone.call is not call:
            return
        self.phone.tell(event="media-lost", why=why)
        patience = LOSS_PATIENCE if call.state == "connected" else 0
        asyncio.get_running_loop().call_later(patience, self._give_up, call)

    def _give_up(self, call: Call) -> None:
        if self.phone.call is call:
            self.terminate(call, "connectivity-error")

    def _refused(self, call: Call, why: str) -> None:
        self.strict.complain("XEP-0166 6.3.1: what is right is acknowledged", f"session-initiate: {why}")
        self.phone.end(call, "them", "error", why)

    def _acknowledged(self, sid: str) -> None:
        ended = self.phone.ended.get(sid)
        if ended:
            ended.acknowledged = True

    def _send(
        self, call: Call, action: str, *payload: Element, done=lambda: None, refused=None, **attributes: str
    ) -> None:
        initiator = self.stream.own if call.role == "initiator" else call.peer
        jingle = make("jingle", JINGLE, *payload, action=action, sid=call.sid, initiator=initiator, **attributes)
        self.stream.ask(call.peer, "set", jingle, lambda _: done(), refused or self._refusal(call, action, done))

    def _refusal(self, call: Call, action: str, done):  # noqa: ANN001, ANN202
        """They may not know the session any more, if theirs crossed ours."""

        def refused(condition: str) -> None:
            done()
            over = self.phone.call is not call
            if not (over and condition == "item-not-found"):
                self.strict.complain("XEP-0166 6.3.1: what is right is acknowledged", f"{action}: {condition}")

        return refused


def _without_us(senders: str, role: str) -> str:
    other = "responder" if role == "initiator" else "initiator"
    return other if senders in ("both", other) else "none"
