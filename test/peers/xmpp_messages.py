"""What comes in by message: the other side's steps of XEP-0353 v0.8, checked, and carbons of our own devices."""

from __future__ import annotations

import re
import time
from datetime import datetime, timezone
from xml.etree.ElementTree import Element

from xmpp_call import Call, Ended
from xmpp_phone import FINISH_TIMEOUT, Phone
from xmpp_xml import (
    CARBONS,
    CLIENT,
    DELAY,
    FORWARD,
    HINTS,
    JMI,
    JMI_ACTIONS,
    REASONS,
    RECEIPTS,
    RTP,
    STANZAS,
    bare,
    child,
    children,
    make,
    make_reason,
    name_of,
    ns_of,
    reason_of,
)

RING_WINDOW = 60
CROSSING = 1.0
"""Seconds in which what they sent before they knew of our end may still come."""

SUCCESSION = {"ringing": "calling", "proceed": "calling", "reject": "calling", "retract": "ringing"}
BESIDE_JMI = {JMI, HINTS, RECEIPTS, DELAY, "urn:xmpp:sid:0", CLIENT, "http://jabber.org/protocol/chatstates"}


class MessagePhone(Phone):
    """The phone, with ears."""

    async def receive(self, message: Element) -> None:
        if any(ns_of(part) == CARBONS for part in message):
            return self._carbon(message)
        delay = child(message, "delay", DELAY)
        if message.get("type") == "error":
            return self._refused(message)
        receipt = child(message, "received", RECEIPTS)
        if receipt is not None:
            self.received.append("receipt")
            self.strict.met(("receipt", receipt.get("id")))
            if self.call and receipt.get("id") == f"jm-propose-{self.call.sid}":
                self.call.ringing_from.add("receipt")
        for part in message:
            if ns_of(part) == JMI:
                await self._jmi(message, part, None if delay is None else delay.get("stamp"))

    def _carbon(self, message: Element) -> None:
        """Of our other devices. Who is not our own account may not send any (XEP-0280, 11)."""
        own = bare(self.stream.own)
        right = message.get("from") in (own, None)
        if not self.strict.demand(right, "XEP-0280 11: carbons are our own server's", f"of {message.get('from')}"):
            return
        for wrapper in (part for part in message if ns_of(part) == CARBONS):
            inner = child(child(wrapper, "forwarded", FORWARD), "message", CLIENT)
            for part in () if inner is None else inner:
                elsewhere = bare(inner.get("from")) == own and inner.get("from") != self.stream.own
                if ns_of(part) == JMI and elsewhere and name_of(part) in ("proceed", "reject", "accept"):
                    call = self.call
                    if call and call.sid == part.get("id") and call.state == "ringing":
                        self.end(call, "elsewhere", name_of(part), reason_of(part))

    def _refused(self, message: Element) -> None:
        error = child(message, "error", CLIENT)
        condition = next((name_of(c) for c in (error or ()) if ns_of(c) == STANZAS), "unknown")
        call = self.call
        if call and bare(message.get("from")) == call.peer_bare and message.get("id") == f"jm-propose-{call.sid}":
            self.received.append("error")
            self.end(call, "them", "error", condition)

    async def _jmi(self, message: Element, action: Element, stamp: str | None) -> None:
        name, sid, sender = name_of(action), action.get("id", ""), message.get("from", "")
        if name == "propose" and stamp and _age(stamp) > RING_WINDOW:
            return  # of the offline storage: nobody waits any more
        if not self.strict.demand(name in JMI_ACTIONS, "XEP-0353 3: one of six actions", name):
            return
        call = self.call if self.call and self.call.sid == sid else None
        if name != "propose":
            self.received.append(name)
        self._check_form(message, action)
        if name == "propose":
            return await self._proposed(message, action)
        if call is None:
            if stamp and sid not in self.ended:
                return None  # of the offline storage: of calls before we came
            return self._not_ours(name, sid, sender, action)
        if not self.strict.demand(
            bare(sender) == call.peer_bare, "XEP-0353 3: only the two of a session speak of it", f"{name} of {sender}"
        ):
            return
        await self._step(call, name, sender, action)

    def _check_form(self, message: Element, action: Element) -> None:
        name, where = name_of(action), name_of(action)
        demand = self.strict.demand
        demand(
            message.get("type") == "chat",
            "XEP-0353 3: every message is of type chat",
            f"{where}: {message.get('type')}",
        )
        demand(child(message, "store", HINTS) is not None, "XEP-0353 3: every message has the store hint", where)
        demand(action.get("id"), "XEP-0353 3.1: every message has the id of its session", where)
        to, tie = message.get("to", ""), child(action, "tie-break", JMI) is not None
        if name in ("propose", "retract"):
            demand(to == bare(self.stream.own), f"XEP-0353 3: {name} goes to the bare JID", to)
        else:
            fits = to == self.stream.own or (tie and to == bare(self.stream.own))
            demand(fits, f"XEP-0353 3: {name} goes to the full JID", to)
        for part in message:
            demand(ns_of(part) in BESIDE_JMI, "XEP-0353 3: nothing unknown beside", f"{where}: {ns_of(part)}")
        if name in ("reject", "retract", "finish"):
            reason = reason_of(action)
            demand(reason in REASONS, f"XEP-0353 3: {name} has its reason (XEP-0166 7.4)", f"{reason}")
            if tie:
                demand(reason == "expired", "XEP-0353 4.1: a tie is broken as expired", f"{name}: {reason}")

    async def _proposed(self, message: Element, action: Element) -> None:
        sid, sender, call = action.get("id", ""), message.get("from", ""), self.call
        uuid4 = re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", sid, re.I)
        self.strict.demand(uuid4, "XEP-0353 3.1: ids are UUIDv4", sid)
        self.strict.demand("/" in sender, "XEP-0353 3.1: somebody's device proposes", sender)
        fresh = sid not in self.ended and not (call and call.sid == sid)
        if not self.strict.demand(fresh, "XEP-0353 5: ids are globally unique", sid):
            return
        kinds = [d.get("media", "") for d in children(action, "description", RTP)]
        right = kinds and set(kinds) <= {"audio", "video"} and len(set(kinds)) == len(kinds)
        self.strict.demand(right, "XEP-0353 3.1: one description for each medium", f"{kinds}")
        unknown = [ns_of(part) for part in action if ns_of(part) != RTP]
        self.strict.demand(not unknown, "XEP-0353 3.1: nothing unknown is proposed", f"{unknown}")
        self.stream.check_features(sender)
        if call and not self._tie_is_lost(call, sid, sender):
            return
        incoming = Call(sid, bare(sender), "responder", set(kinds), peer=sender, state="ringing")
        incoming.proposed = frozenset(kinds)
        self.begin(incoming, "propose")
        self.tell(event="ring", sid=sid, sender=sender, kinds=sorted(incoming.kinds))
        if child(message, "request", RECEIPTS) is not None and self.options.get("receipts", True):
            self.stream.message(sender, make("received", RECEIPTS, id=message.get("id")), type="chat")
        if self.options.get("ringing", True):
            self.send(sender, "ringing", sid)

    def _tie_is_lost(self, call: Call, sid: str, sender: str) -> bool:
        """What to do with a proposal while there is a call: the lower id wins (XEP-0353, 4.1), else we are busy."""
        crossed = call.jmi and call.role == "initiator" and not call.proceeded and call.peer_bare == bare(sender)
        if not crossed:
            self.received.append("propose")
            if not self.options.get("silentWhenBusy"):
                self.send(sender, "reject", sid, make_reason("busy"))
            self.ended[sid] = Ended("me", time.monotonic(), sender, acknowledged=True)
            return False
        parts = (make_reason("expired"), make("tie-break", JMI))
        if sid.encode() < call.sid.encode():
            self.send(call.peer_bare, "retract", call.sid, *parts)
            self.end(call, "me", "tie-break", "expired")
            key, name = ("tie", call.sid), "reject"
        else:
            self.received.append("propose")
            self.send(sender, "reject", sid, *parts)
            self.ended[sid] = Ended("me", time.monotonic(), sender, acknowledged=True)
            key, name = ("tie", sid), "retract"
        rule = "XEP-0353 4.1: the tie is broken on both sides"
        self.strict.expect(key, rule, f"no {name} with tie-break of the higher id", FINISH_TIMEOUT)
        return sid.encode() < call.sid.encode()

    def _not_ours(self, name: str, sid: str, sender: str, action: Element) -> None:
        ended = self.ended.get(sid)
        if not self.strict.demand(ended, "XEP-0353 3: sessions begin with a proposal", f"{name} of an unknown session"):
            return
        if child(action, "tie-break", JMI) is not None and self.strict.met(("tie", sid)):
            return
        if name == "finish":
            self.strict.met(("finish", sid))
            self.strict.demand(not ended.finished, "XEP-0353 3.7: a session is finished once", f"again by {sender}")
            ended.finished = True
            return
        unaware = ended.by != "them" or (name == "ringing" and sender != ended.peer)
        crossing = unaware and time.monotonic() - ended.at < CROSSING
        if ended.by != "elsewhere":
            self.strict.demand(crossing, "XEP-0353 3.7: nothing is sent after the end", f"{name} of {sender}")

    async def _step(self, call: Call, name: str, sender: str, action: Element) -> None:
        if name == "finish":
            self.strict.demand(
                call.proceeded and not call.initiated,
                "XEP-0353 3.7: a session is terminated, then finished",
                call.state,
            )
            self.end(call, "them", "finish", reason_of(action))
            self.ended[call.sid].finished = True
            return
        if call.state == "connecting" and name == "retract" and not call.initiated and call.role == "responder":
            return self.end(call, "them", "retract", reason_of(action))  # it crossed our proceed
        if name == "ringing" and call.proceeded and sender != call.peer:
            return None  # another device, which did not know yet
        wrong = f"{name} while {call.state}"
        if not self.strict.demand(
            call.state == SUCCESSION[name] and call.jmi, "XEP-0353 3: the order of messages", wrong
        ):
            return
        if name == "ringing":
            call.ringing_from.add(sender)
            self._await_receipt(call)
        elif name == "proceed":
            rung = sender in call.ringing_from
            self.strict.demand(rung, "XEP-0353 3.2: who answers has rung", f"proceed of {sender} without ringing")
            self.stream.check_features(sender)
            call.peer, call.proceeded = sender, True
            if not call.only:
                call.state = "connecting"
                await self.jingle.initiate(call)
        elif name == "reject":
            call.peer = sender
            self.end(call, "them", "reject", reason_of(action))
        elif self.strict.demand(
            sender == call.peer, "XEP-0353 3.3: who proposed retracts", f"{sender} for {call.peer}"
        ):
            self.end(call, "them", "retract", reason_of(action))

    def _await_receipt(self, call: Call) -> None:
        if self.options.get("receipts", True) and "receipt" not in call.ringing_from:
            key = ("receipt", f"jm-propose-{call.sid}")
            self.strict.expect(key, "XEP-0184 5.3: a requested receipt is sent", "none of the proposal", 2)


def _age(stamp: str) -> float:
    """Seconds since a time of XEP-0203; 0 where it cannot be read."""
    try:
        then = datetime.fromisoformat(stamp.replace("Z", "+00:00"))
        return (datetime.now(timezone.utc) - then).total_seconds()
    except (ValueError, TypeError):
        return 0.0
