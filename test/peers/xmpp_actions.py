"""What the other side does in a session, action by action (XEP-0166, 7.2), checked."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from xmpp_call import Call
from xmpp_jingle import Remote, bundle_of, make_bundle, make_content, read_content, read_transport
from xmpp_media import Line
from xmpp_session import Session
from xmpp_xml import (
    GROUPING,
    ICE_UDP,
    JINGLE,
    REASONS,
    RTP,
    RTP_INFO,
    bare,
    child,
    children,
    make,
    make_error,
    make_reason,
    name_of,
    ns_of,
    reason_of,
)

INFOS = ("active", "hold", "mute", "ringing", "unhold", "unmute")


class Jingle(Session):
    async def receive(self, iq: Element, jingle: Element) -> None:
        action, sid, sender = jingle.get("action", ""), jingle.get("sid", ""), iq.get("from", "")
        self.phone.received.append(_kind(jingle))
        call = self.phone.call if self.phone.call and self.phone.call.sid == sid else None
        self.strict.demand(iq.get("id") and sid, "XEP-0166 7.1: jingle has a sid", action)
        if action == "session-initiate":
            return await self._initiated(iq, jingle, call)
        session = call is not None and (call.initiated or call.offer is not None)
        if not session or sender != call.peer:
            return self._stray(iq, jingle, call)
        initiator = call.peer if call.role == "responder" else self.stream.own
        told = jingle.get("initiator", initiator)
        self.strict.demand(told == initiator, "XEP-0166 7.1: the initiator stays the same", f"{action}: {told}")
        handler = getattr(self, "_on_" + action.replace("-", "_"), None)
        if handler is None:
            self.strict.complain("XEP-0166 7.2: one of the actions that are known", action)
            return self._refuse(iq, "feature-not-implemented", "cancel")
        for part in jingle:
            known = ns_of(part) in (JINGLE, GROUPING, RTP_INFO)
            self.strict.demand(
                known, "XEP-0166 12: what is sent has been announced", f"{name_of(part)} of {ns_of(part)}"
            )
        await handler(iq, jingle, call)

    def _stray(self, iq: Element, jingle: Element, call: Call | None) -> None:
        ended, action = self.phone.ended.get(jingle.get("sid", "")), jingle.get("action")
        if call is not None:
            self.strict.complain("XEP-0166 6: only the two of a session speak of it", f"{action} of {iq.get('from')}")
        elif ended is None:
            self.strict.complain("XEP-0166 10: sessions begin with session-initiate", f"{action} of an unknown session")
        elif ended.by == "them" or ended.acknowledged:
            self.strict.complain("XEP-0166 6.7: nothing is sent after the end", f"{action} of {iq.get('from')}")
        self._refuse(iq, "item-not-found", "cancel", "unknown-session")

    async def _initiated(self, iq: Element, jingle: Element, call: Call | None) -> None:
        sender, demand = iq.get("from", ""), self.strict.demand
        told = jingle.get("initiator")
        demand(told == sender, "XEP-0166 7.1: session-initiate names its initiator", f"{told} for {sender}")
        if call is None:
            return self._direct(iq, jingle)
        first = "XEP-0353 3.6: the session is initiated once, after proceed, by who proposed"
        in_order = call.role == "responder" and call.proceeded and call.offer is None and sender == call.peer
        if not demand(in_order, first, f"{sender} while {call.state}"):
            return self._refuse(iq, "unexpected-request", "wait", "out-of-order")
        self.stream.answer(iq)
        self.strict.met(("initiate", call.sid))
        if call.timer:
            call.timer.cancel()
        call.offer, call.initiated = jingle, True
        kinds = sorted(self._kinds(jingle))
        proposed = sorted(call.proposed)
        same = demand(kinds == proposed, "XEP-0353 3.1: the media are those of the proposal", f"{kinds} for {proposed}")
        if not same or not self._check_offer(jingle):
            return self.terminate(call, "security-error")
        await self.accept(call)

    def _direct(self, iq: Element, jingle: Element) -> None:
        """A session without message initiation: it rings."""
        sid, sender = jingle.get("sid", ""), iq.get("from", "")
        if not self.strict.demand(sid not in self.phone.ended, "XEP-0166 7.1: a sid is used once", sid):
            return self._refuse(iq, "conflict", "cancel")
        self.stream.answer(iq)
        call = Call(sid, bare(sender), "responder", self._kinds(jingle), jmi=False, peer=sender, state="ringing")
        call.offer, call.initiated = jingle, True
        if self.phone.call:
            return self._send(call, "session-terminate", make_reason("busy"))
        self.phone.begin(call, "session-initiate")
        self.stream.check_features(sender)
        if not self._check_offer(jingle):
            return self.terminate(call, "security-error")
        self.phone.tell(event="ring", sid=sid, sender=sender, kinds=sorted(call.kinds))
        self._send(call, "session-info", make("ringing", RTP_INFO))

    def _check_offer(self, jingle: Element) -> bool:
        """Whether it can be answered at all; complaints about the rest come with reading it."""
        contents = children(jingle, "content", JINGLE)
        names = [content.get("name") for content in contents]
        demand = self.strict.demand
        demand(len(set(names)) == len(names), "XEP-0166 7.3: names of contents are unique", f"{names}")
        for content in contents:
            theirs = content.get("creator") == "initiator"
            demand(theirs, "XEP-0166 7.3: who initiates creates its contents", f"{content.get('creator')}")
        unknown = [name for name in bundle_of(jingle) if name not in names]
        demand(not unknown, "XEP-0338 2: groups name contents", f"{unknown}")
        prints = [f for content in contents for f in [content.find(f"{{{ICE_UDP}}}transport/{{*}}fingerprint")]]
        return bool(contents) and all(f is not None and f.get("setup") == "actpass" for f in prints)

    async def _on_session_accept(self, iq: Element, jingle: Element, call: Call) -> None:
        demand = self.strict.demand
        fits = call.role == "initiator" and call.state in ("calling", "connecting") and call.media.lines
        again = any(line.remote for line in call.media.lines.values()) if call.media else True
        if not demand(fits and not again, "XEP-0166 6.5: a session is accepted once, by its responder", call.state):
            return self._refuse(iq, "unexpected-request", "wait", "out-of-order")
        self.stream.answer(iq)
        told = jingle.get("responder")
        demand(told == call.peer, "XEP-0166 7.1: session-accept names its responder", f"{told} for {call.peer}")
        call.state = "connecting"
        media = call.media
        remotes = self._read_known(jingle, call, "answer")
        bundle = bundle_of(jingle)
        if not self._bundles:
            demand(not bundle, "XEP-0338 2: only what was offered is bundled", f"{bundle}")
        unknown = [name for name in bundle if name not in media.lines]
        demand(not unknown, "XEP-0338 2: groups name contents", f"{unknown}")
        for name in [name for name in media.lines if name not in [line.name for line, _ in remotes]]:
            await media.remove(name)
        await media.share(bundle if self._bundles else [])
        for line, remote in remotes:
            if not demand(line.settle(remote), "XEP-0167 5: what is accepted was offered", f"codecs of {line.name}"):
                return self.terminate(call, "failed-application")
            line.senders = remote.senders
            if not remote.fingerprints:
                return self.terminate(call, "security-error")
            await media.take(line, remote, offered=False)
        if not remotes:
            return self.terminate(call, "failed-application")
        media.start()

    async def _on_transport_info(self, iq: Element, jingle: Element, call: Call) -> None:
        self.stream.answer(iq)
        self.strict.demand(call.media or not call.jmi, "XEP-0176 5.5: candidates belong to a session", call.state)
        for content in children(jingle, "content", JINGLE):
            line = self._line(call, content, "transport-info") if call.media else None
            transport = child(content, "transport", ICE_UDP)
            if not self.strict.demand(transport is not None, "XEP-0176 5.5: transport-info has a transport", ""):
                continue
            remote = Remote(content.get("name", ""), "", "both", "")
            read_transport(self.strict, transport, remote, f"transport-info {remote.name!r}")
            if line is None and call.media is None:
                self._keep_for_later(call, content, transport)
            elif line is not None:
                await self._take_transport(call, line, remote)

    def _keep_for_later(self, call: Call, content: Element, transport: Element) -> None:
        """It rings still, and they trickle: the candidates join those of the offer."""
        for offered in children(call.offer, "content", JINGLE):
            if offered.get("name") == content.get("name"):
                child(offered, "transport", ICE_UDP).extend(list(transport))

    async def _take_transport(self, call: Call, line: Line, told: Remote) -> None:
        leg, media = line.leg, call.media
        if leg.remote is None:
            return await media.candidates(leg, told.candidates)
        if told.ufrag in ("", leg.remote.ufrag):
            same = told.pwd in ("", leg.remote.pwd)
            self.strict.demand(same, "XEP-0176 5.5: candidates come with their transport's pwd", line.name)
            return await media.candidates(leg, told.candidates)
        if line.remote and told.ufrag == line.remote.ufrag:
            return  # of a transport that the bundle made needless
        established = self.strict.demand(
            leg.dtls.state == "connected", "XEP-0176 5.5: candidates come with their transport's ufrag", line.name
        )
        if not established:
            return
        fresh = told.pwd != leg.remote.pwd
        self.strict.demand(fresh, "XEP-0176 5.9: a restart changes ufrag and pwd", line.name)
        if not self.strict.met(("restart", id(leg))):
            leg.path.renew()
            await leg.path.gather()
            self._tell_transport(call, line)
            self.phone.tell(event="restarted")
        media.reconnect(leg, told.ufrag, told.pwd)
        await media.candidates(leg, told.candidates)

    async def _on_session_info(self, iq: Element, jingle: Element, call: Call) -> None:
        for info in jingle:
            name = name_of(info)
            known = ns_of(info) == RTP_INFO and name in INFOS
            if not self.strict.demand(
                known, "XEP-0167 8: one of the informational messages", f"{name} of {ns_of(info)}"
            ):
                return self._refuse(iq, "feature-not-implemented", "modify", "unsupported-info")
            if name in ("mute", "unmute", "active"):
                lines = list(call.media.lines.values()) if call.media else []
                if info.get("name") is not None and name != "active":
                    lines = [line for line in lines if line.name == info.get("name")]
                    self.strict.demand(lines, "XEP-0167 8.3: what is muted is a content", f"{info.get('name')}")
                call.muted.update({line.kind: name == "mute" for line in lines})
            if name in ("hold", "unhold", "active"):
                call.held = name == "hold"
        self.stream.answer(iq)
        if call.media:
            call.media.held = call.held
            call.media.start()

    async def _on_session_terminate(self, iq: Element, jingle: Element, call: Call) -> None:
        self.stream.answer(iq)
        reason = reason_of(jingle)
        self.strict.demand(reason in REASONS, "XEP-0166 7.4: session-terminate has its reason", f"{reason}")
        self.phone.end(call, "them", "terminate", reason, owes_finish=True)

    async def _on_content_add(self, iq: Element, jingle: Element, call: Call) -> None:
        contents, media = children(jingle, "content", JINGLE), call.media
        if not self.strict.demand(
            media and call.state == "connected", "XEP-0166 6.6: of an active session", call.state
        ):
            return self._refuse(iq, "unexpected-request", "wait", "out-of-order")
        if call.adding and call.role == "initiator":
            return self._refuse(iq, "conflict", "cancel", "tie-break")  # XEP-0166 7.2.16
        self.stream.answer(iq)
        remotes = [read_content(self.strict, content, "add") for content in contents]
        for remote in remotes:
            theirs = "initiator" if call.role == "responder" else "responder"
            self.strict.demand(
                remote.creator == theirs, "XEP-0166 7.3: who adds a content is its creator", remote.creator
            )
            self.strict.demand(
                remote.name not in media.lines, "XEP-0166 7.3: names of contents are unique", remote.name
            )
        self.phone.tell(event="content-add", kinds=[remote.kind for remote in remotes])
        policy = self.phone.options.get("onAdd", "accept")
        if policy == "reject" or any(remote.name in media.lines for remote in remotes):
            call.gone |= {remote.name for remote in remotes if remote.name not in media.lines}
            echo = [make_content(remote.name, remote.creator, remote.senders) for remote in remotes]
            return self._send(call, "content-reject", *echo, make_reason("decline"))
        bundle = bundle_of(jingle) if self._bundles else []
        call.kinds |= {remote.kind for remote in remotes if policy == "accept"}
        lines = [await self._answer_content(call, remote, bundle) for remote in remotes]
        parts = [self._describe(media, line, self._setup(line.leg)) for line in lines if line]
        if bundle:
            parts.append(make_bundle([name for name in bundle if name in media.lines]))
        self._send(call, "content-accept", *parts)
        self._trickle(call, [line for line in lines if line])
        media.start()

    async def _on_content_accept(self, iq: Element, jingle: Element, call: Call) -> None:
        self.stream.answer(iq)
        self.strict.demand(self.strict.met(("add", call.sid)), "XEP-0166 7.2.1: content-accept answers an add", "")
        media, call.adding = call.media, None
        for line, remote in self._read_known(jingle, call, "add"):
            right = line.settle(remote)
            self.strict.demand(right, "XEP-0167 5: what is accepted was offered", f"codecs of {line.name}")
            line.senders = remote.senders
            await media.take(line, remote, offered=False)
        media.start()
        self.phone.tell(event="content-accept")

    async def _on_content_reject(self, iq: Element, jingle: Element, call: Call) -> None:
        self.stream.answer(iq)
        self.strict.met(("add", call.sid))
        call.adding = None
        for content in children(jingle, "content", JINGLE):
            await call.media.remove(content.get("name", ""))
        self.phone.tell(event="content-reject")

    async def _on_content_remove(self, iq: Element, jingle: Element, call: Call) -> None:
        self.stream.answer(iq)
        for content in children(jingle, "content", JINGLE):
            line = self._line(call, content, "content-remove")
            if line:
                await call.media.remove(line.name)
        self.phone.tell(event="content-remove")
        if not call.media.lines:
            self.terminate(call, "success")

    async def _on_content_modify(self, iq: Element, jingle: Element, call: Call) -> None:
        self.stream.answer(iq)
        for content in children(jingle, "content", JINGLE):
            line = self._line(call, content, "content-modify")
            senders = content.get("senders", "")
            valid = senders in ("both", "initiator", "responder", "none")
            if self.strict.demand(valid, "XEP-0166 7.2.3: content-modify tells the senders", senders) and line:
                line.senders = senders
        call.media.start()
        self.phone.tell(event="content-modify")

    async def _on_description_info(self, iq: Element, jingle: Element, call: Call) -> None:
        self.stream.answer(iq)
        for content in children(jingle, "content", JINGLE):
            self._line(call, content, "description-info")

    # Helpers

    def _read_known(self, jingle: Element, call: Call, role: str) -> list[tuple[Line, Remote]]:
        found = []
        for content in children(jingle, "content", JINGLE):
            line = self._line(call, content, jingle.get("action", ""))
            remote = read_content(self.strict, content, role)
            if line:
                same = remote.kind == line.kind
                self.strict.demand(
                    same, "XEP-0167 5: an accepted content keeps its media", f"{line.name}: {remote.kind}"
                )
                found.append((line, remote))
        return found

    def _line(self, call: Call, content: Element, action: str) -> Line | None:
        name, creator = content.get("name", ""), content.get("creator", "")
        line = call.media.lines.get(name) if call.media else None
        if line is None and name in call.gone:
            return None
        known = line is not None and creator == line.creator
        self.strict.demand(
            known, "XEP-0166 7.3: contents are known by creator and name", f"{action}: {creator} {name!r}"
        )
        return line

    @staticmethod
    def _kinds(jingle: Element) -> set[str]:
        descriptions = [child(content, "description", RTP) for content in children(jingle, "content", JINGLE)]
        return {"" if description is None else description.get("media", "") for description in descriptions}

    def _refuse(self, iq: Element, condition: str, kind: str, specific: str | None = None) -> None:
        self.stream.answer(iq, error=make_error(condition, kind, specific))


def _kind(jingle: Element) -> str:
    """The action; of a session-info with what it tells."""
    action = jingle.get("action", "")
    infos = [name_of(part) for part in jingle if ns_of(part) == RTP_INFO]
    return f"{action}:{infos[0]}" if action == "session-info" and infos else action
