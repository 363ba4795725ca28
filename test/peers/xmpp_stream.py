"""The account's stream: slixmpp over TCP, with presence, caps, carbons, stream management and relay credentials."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import ssl
import time
from collections import deque
from collections.abc import Callable
from xml.etree.ElementTree import Element, ParseError, fromstring

from slixmpp import ClientXMPP, Iq, Message, Presence
from slixmpp.exceptions import IqError, IqTimeout
from slixmpp.xmlstream import tostring
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

from xmpp_strict import Strict
from xmpp_xml import (
    CALL_FEATURES,
    CAPS,
    CARBONS,
    CLIENT,
    DISCO_INFO,
    EXTDISCO,
    JINGLE,
    OFFER_ANSWER,
    bare,
    child,
    children,
    make,
    name_of,
    ns_of,
)

NODE = "https://call-assist.test/strict-peer"
ANSWER_TIMEOUT = 8
KEPT_STANZAS = 400
RELAYS_KEPT = 300


class Stream(ClientXMPP):
    """Tells `on_message(element)`, `on_jingle(iq, jingle)` in the order they came."""

    def __init__(self, options: dict, strict: Strict, tell: Callable[..., None]) -> None:
        jid = f"{options['jid']}/{options.get('resource', 'strict')}"
        config = {"feature_mechanisms": {"unencrypted_scram": True, "unencrypted_plain": True}}
        context = ssl.create_default_context(cafile=options["caFile"]) if options.get("caFile") else None
        super().__init__(
            jid, options["password"], plugin_config=config, **({"ssl_context": context} if context else {})
        )
        self.options, self.strict, self.tell = options, strict, tell
        self.enable_direct_tls, self.enable_starttls, self.enable_plaintext = (
            False,
            context is not None,
            context is None,
        )
        self.features_announced = tuple(options.get("features") or CALL_FEATURES) + (DISCO_INFO, CAPS)
        self.stanzas: deque[tuple[int, str]] = deque(maxlen=KEPT_STANZAS)
        self.caps: dict[str, str | None] = {}
        self.on_message: Callable[[Element], None] = lambda element: None
        self.on_jingle: Callable[[Element, Element], None] = lambda iq, jingle: None
        self._checked: set[tuple[str, str]] = set()
        self._relays: tuple[float, list[dict]] | None = None
        self._count = 0
        self._quitting = False
        self._ready = asyncio.get_running_loop().create_future()
        self.register_plugin("xep_0198")
        for xpath, handler in (
            (f"{{{CLIENT}}}message", lambda stanza: self.on_message(stanza.xml)),
            (f"{{{CLIENT}}}presence", lambda stanza: self._presence(stanza.xml)),
            (f"{{{CLIENT}}}iq/{{{JINGLE}}}jingle", self._jingle),
            (f"{{{CLIENT}}}iq/{{{DISCO_INFO}}}query", self._disco_asked),
            (f"{{{CLIENT}}}iq/{{urn:xmpp:ping}}ping", self._ping),
        ):
            self.register_handler(Callback(xpath, MatchXPath(xpath), handler))
        self.add_event_handler("session_start", self._begun)
        self.add_event_handler("failed_all_auth", lambda _: self._fail("the server refused the password"))
        self.add_event_handler("disconnected", self._lost)

    @property
    def own(self) -> str:
        return str(self.boundjid)

    async def open(self) -> None:
        """Resolves when presence is sent. @raises after 15 s"""
        self.connect(self.options.get("host", "127.0.0.1"), self.options["port"])
        await asyncio.wait_for(self._ready, 15)

    async def quit(self) -> None:
        self._quitting = True
        await asyncio.wait_for(self.disconnect(wait=1.0), 3)

    def incoming_filter(self, xml: Element) -> Element:
        if name_of(xml) in ("message", "presence", "iq"):
            self._count += 1
            self.stanzas.append((self._count, tostring(xml)))
        return xml

    # What goes out

    def push(self, element: Element) -> None:
        """Sends a stanza as it is."""
        kind = {"message": Message, "presence": Presence, "iq": Iq}[name_of(element)]
        self.send(kind(stream=self, xml=element))

    def push_raw(self, text: str) -> None:
        """Sends what a test wrote, well-formed or not."""
        try:
            wrapped = fromstring(f"<x xmlns='{CLIENT}'>{text}</x>")
        except ParseError:
            return self.send_raw(text)
        for element in list(wrapped):
            self.push(element)

    def message(self, to: str, *payload: Element, **attributes: str) -> None:
        self.push(make("message", CLIENT, *payload, to=to, **attributes))

    def ask(
        self,
        to: str | None,
        kind: str,
        payload: Element,
        answered: Callable[[Element], None] = lambda iq: None,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Sends an IQ; whoever does not answer it, or refuses it where `refused` is not given, is complained about."""
        iq = Iq(stream=self, xml=make("iq", CLIENT, payload, type=kind, to=to, id=self.new_id()))
        what = payload.get("action") or ns_of(payload)
        key = ("iq", iq["id"])
        rule = "RFC 6120 8.2.3: every IQ is answered"
        self.strict.expect(key, rule, f"{what} was not", ANSWER_TIMEOUT)

        def done(future: asyncio.Future) -> None:
            if future.cancelled():
                return
            error = future.exception()
            if isinstance(error, IqTimeout):
                return
            self.strict.met(key)
            if isinstance(error, IqError):
                condition = error.iq["error"]["condition"]
                if refused:
                    refused(condition)
                else:
                    self.strict.complain("XEP-0166 6.3.1: what is right is acknowledged", f"{what}: {condition}")
            elif error is None:
                answered(future.result().xml)

        iq.send(timeout=ANSWER_TIMEOUT).add_done_callback(done)

    def answer(self, iq: Element, *payload: Element, error: Element | None = None) -> None:
        kind = "result" if error is None else "error"
        reply = make("iq", CLIENT, *payload, type=kind, to=iq.get("from"), id=iq.get("id"))
        if error is not None:
            reply.append(error)
        self.push(reply)

    async def relays(self) -> list[dict]:
        """STUN and TURN servers with credentials, as the account's server tells them (XEP-0215); kept for a while."""
        now = time.monotonic()
        if self._relays is None or now - self._relays[0] > RELAYS_KEPT:
            self._relays = (now, await self._ask_relays())
        return self._relays[1]

    async def _ask_relays(self) -> list[dict]:
        found = asyncio.get_running_loop().create_future()
        services = make("services", EXTDISCO)
        self.ask(
            self.boundjid.domain,
            "get",
            services,
            lambda iq: found.set_result(iq),
            lambda condition: found.set_result(Element("none")),
        )
        answer = await asyncio.wait_for(found, ANSWER_TIMEOUT)
        return [dict(service.attrib) for service in children(child(answer, "services", EXTDISCO), "service", EXTDISCO)]

    # What comes in

    def _begun(self, _: object) -> None:
        if self.options.get("carbons", True):
            self.ask(None, "set", make("enable", CARBONS))
        self.ask(None, "get", make("query", "jabber:iq:roster"))
        caps = make("c", CAPS, hash="sha-1", node=NODE, ver=self._version())
        priority = make("priority", CLIENT)
        priority.text = str(self.options.get("priority", 0))
        self.push(make("presence", CLIENT, priority, *([caps] if self.options.get("caps", True) else [])))
        asyncio.ensure_future(self.relays())  # a call need not wait for it
        if not self._ready.done():
            self._ready.set_result(None)

    def _fail(self, why: str) -> None:
        if not self._ready.done():
            self._ready.set_exception(RuntimeError(why))

    def _lost(self, _: object) -> None:
        if not self._quitting:
            self.tell(event="offline")
            asyncio.get_running_loop().call_later(0.5, self._again)

    def _again(self) -> None:
        if not self._quitting:
            self.connect(self.options.get("host", "127.0.0.1"), self.options["port"])

    def _jingle(self, stanza: Iq) -> None:
        iq = stanza.xml
        if iq.get("type") == "set":
            self.on_jingle(iq, child(iq, "jingle", JINGLE))

    def _ping(self, stanza: Iq) -> None:
        if stanza["type"] == "get":
            self.answer(stanza.xml)

    def _disco_asked(self, stanza: Iq) -> None:
        if stanza["type"] != "get":
            return
        node = child(stanza.xml, "query", DISCO_INFO).get("node")
        features = [make("feature", DISCO_INFO, var=feature) for feature in self.features_announced]
        identity = make("identity", DISCO_INFO, category="client", type="phone", name="Strict peer")
        self.answer(stanza.xml, make("query", DISCO_INFO, identity, *features, node=node))

    def _version(self) -> str:
        return caps_version(["client/phone//Strict peer"], self.features_announced)

    def _presence(self, presence: Element) -> None:
        who = presence.get("from", "")
        if presence.get("type") == "unavailable":
            self.caps.pop(who, None)
        elif presence.get("type") is None and who and bare(who) != bare(self.own):
            caps = child(presence, "c", CAPS)
            self.caps[who] = None if caps is None else caps.get("ver")
            if caps is None:
                return
            self.strict.demand(caps.get("hash"), "XEP-0115 4: caps have a hash", f"of {who}")

    def check_features(self, who: str) -> None:
        """Asks somebody who calls, or whom we call, what it can do; once for each version of its caps."""
        if who not in self.caps:
            return  # we do not see its presence
        ver = self.caps[who]
        if not self.strict.demand(ver, "XEP-0115 4: presence carries caps", f"of {who}"):
            return
        if (who, ver) in self._checked:
            return
        self._checked.add((who, ver))
        self.ask(who, "get", make("query", DISCO_INFO), lambda iq: self._judge(who, ver, iq))

    def _judge(self, who: str, ver: str, iq: Element) -> None:
        query = child(iq, "query", DISCO_INFO)
        features = [f.get("var", "") for f in children(query, "feature", DISCO_INFO)]
        for feature in CALL_FEATURES:
            self.strict.demand(feature in features, "XEP-0167 10: features of calls are announced", f"no {feature}")
        self.strict.demand(
            OFFER_ANSWER not in features, "XEP-0176 7.2: candidates trickle", f"{OFFER_ANSWER} is announced"
        )
        identities = [
            "/".join((i.get("category", ""), i.get("type", ""), i.get(XML_LANG, ""), i.get("name", "")))
            for i in children(query, "identity", DISCO_INFO)
        ]
        self.strict.demand(
            child(query, "x", "jabber:x:data") is not None or caps_version(identities, features) == ver,
            "XEP-0115 5.1: the version is the hash of what is announced",
            f"{ver} of {who}",
        )


XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def caps_version(identities: list[str], features: tuple | list) -> str:
    """XEP-0115, 5.1, without forms."""
    text = "".join(f"{entry}<" for entry in (*sorted(identities), *sorted(features)))
    return base64.b64encode(hashlib.sha1(text.encode()).digest()).decode()
