"""Elements and names of XMPP that the peer speaks."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

CLIENT = "jabber:client"
JMI = "urn:xmpp:jingle-message:0"
JINGLE = "urn:xmpp:jingle:1"
JINGLE_ERRORS = "urn:xmpp:jingle:errors:1"
RTP = "urn:xmpp:jingle:apps:rtp:1"
RTP_INFO = "urn:xmpp:jingle:apps:rtp:info:1"
RTCP_FB = "urn:xmpp:jingle:apps:rtp:rtcp-fb:0"
HDREXT = "urn:xmpp:jingle:apps:rtp:rtp-hdrext:0"
SSMA = "urn:xmpp:jingle:apps:rtp:ssma:0"
GROUPING = "urn:xmpp:jingle:apps:grouping:0"
ICE_UDP = "urn:xmpp:jingle:transports:ice-udp:1"
DTLS = "urn:xmpp:jingle:apps:dtls:0"
HINTS = "urn:xmpp:hints"
RECEIPTS = "urn:xmpp:receipts"
CARBONS = "urn:xmpp:carbons:2"
FORWARD = "urn:xmpp:forward:0"
DELAY = "urn:xmpp:delay"
CAPS = "http://jabber.org/protocol/caps"
DISCO_INFO = "http://jabber.org/protocol/disco#info"
EXTDISCO = "urn:xmpp:extdisco:2"
STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas"
OFFER_ANSWER = "urn:ietf:rfc:3264"

CALL_FEATURES = (
    JINGLE,
    RTP,
    "urn:xmpp:jingle:apps:rtp:audio",
    "urn:xmpp:jingle:apps:rtp:video",
    ICE_UDP,
    DTLS,
    JMI,
    RTCP_FB,
    HDREXT,
    "urn:ietf:rfc:5888",
    "urn:ietf:rfc:5576",
)
"""What somebody has to announce whom other clients call (XEP-0167, 10 and what they look for)."""

JMI_ACTIONS = ("propose", "ringing", "proceed", "reject", "retract", "finish")

REASONS = (
    "alternative-session",
    "busy",
    "cancel",
    "connectivity-error",
    "decline",
    "expired",
    "failed-application",
    "failed-transport",
    "general-error",
    "gone",
    "incompatible-parameters",
    "media-error",
    "security-error",
    "success",
    "timeout",
    "unsupported-applications",
    "unsupported-transports",
)
"""XEP-0166, 7.4."""


def make(name: str, ns: str, /, *children: Element, **attributes: object) -> Element:
    """An element; `_` in attribute names is `-`, and what is None is left out."""
    element = Element(f"{{{ns}}}{name}")
    for key, value in attributes.items():
        if value is not None:
            element.set(key.rstrip("_").replace("_", "-"), str(value))
    element.extend(children)
    return element


def name_of(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def ns_of(element: Element) -> str:
    return element.tag[1:].partition("}")[0] if element.tag.startswith("{") else ""


def child(element: Element | None, name: str, ns: str) -> Element | None:
    return None if element is None else element.find(f"{{{ns}}}{name}")


def children(element: Element | None, name: str, ns: str) -> list[Element]:
    return [] if element is None else element.findall(f"{{{ns}}}{name}")


def reason_of(element: Element) -> str | None:
    """The condition in `<reason xmlns='urn:xmpp:jingle:1'/>` (XEP-0166, 7.4); None without one."""
    reason = child(element, "reason", JINGLE)
    conditions = [name_of(c) for c in (() if reason is None else reason) if ns_of(c) == JINGLE and name_of(c) != "text"]
    return conditions[0] if conditions else None


def make_reason(condition: str) -> Element:
    return make("reason", JINGLE, make(condition, JINGLE))


def make_error(condition: str, kind: str, specific: str | None = None) -> Element:
    """`<error/>` of an IQ, with a condition of Jingle's beside it (XEP-0166, 10)."""
    error = Element(f"{{{CLIENT}}}error", {"type": kind})
    SubElement(error, f"{{{STANZAS}}}{condition}")
    if specific is not None:
        SubElement(error, f"{{{JINGLE_ERRORS}}}{specific}")
    return error


def bare(jid: str | None) -> str:
    return (jid or "").partition("/")[0]
