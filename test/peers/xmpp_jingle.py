"""Contents of Jingle (XEP-0166, 0167, 0176, 0293, 0294, 0320, 0339) as aiortc's parameters, without SDP between.

Reading complains about whatever is missing or wrong, and gives what is there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from aioice import Candidate
from aiortc import RTCDtlsFingerprint, RTCRtpCodecParameters, RTCRtpHeaderExtensionParameters
from aiortc.rtcrtpparameters import RTCRtcpFeedback

from xmpp_strict import Strict
from xmpp_xml import DTLS, GROUPING, HDREXT, ICE_UDP, JINGLE, RTCP_FB, RTP, SSMA, child, children, make, name_of, ns_of

SENDERS = ("both", "initiator", "responder", "none")
SETUPS = {"offer": ("actpass",), "answer": ("active", "passive"), "add": ("actpass", "active", "passive")}
KNOWN = {
    "content": {(RTP, "description"), (ICE_UDP, "transport")},
    "description": {
        *((RTP, name) for name in ("payload-type", "rtcp-mux", "bandwidth", "encryption")),
        *((SSMA, name) for name in ("source", "ssrc-group")),
        *((RTCP_FB, name) for name in ("rtcp-fb", "rtcp-fb-trr-int")),
        (HDREXT, "rtp-hdrext"),
        (HDREXT, "extmap-allow-mixed"),
    },
    "transport": {
        *((ICE_UDP, name) for name in ("candidate", "remote-candidate")),
        (DTLS, "fingerprint"),
        ("http://gultsch.de/xmpp/drafts/jingle/transports/ice-udp/option", "trickle"),
        ("http://gultsch.de/xmpp/drafts/jingle/transports/ice-udp/option", "renomination"),
    },
}
NUMBERS = {"component": (1, 256), "generation": (0, 2**31), "network": (0, 2**31), "port": (1, 65535)}
FINGERPRINTS = {"sha-1": 20, "sha-224": 28, "sha-256": 32, "sha-384": 48, "sha-512": 64}


@dataclass
class Remote:
    """What the other side told of one content."""

    name: str
    creator: str
    senders: str
    kind: str
    codecs: list[RTCRtpCodecParameters] = field(default_factory=list)
    extensions: list[RTCRtpHeaderExtensionParameters] = field(default_factory=list)
    ssrcs: list[int] = field(default_factory=list)
    rtx: dict[int, int] = field(default_factory=dict)
    ufrag: str = ""
    pwd: str = ""
    setup: str | None = None
    fingerprints: list[RTCDtlsFingerprint] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)


def read_content(strict: Strict, content: Element, role: str) -> Remote:
    """`role`: `offer`, `answer` or `add`, which decides what setup may be (XEP-0320)."""
    name, where = content.get("name", ""), f"content {content.get('name')!r}"
    strict.demand(name, "XEP-0166 7.3: contents have a name", where)
    creator = content.get("creator", "")
    strict.demand(
        creator in ("initiator", "responder"), "XEP-0166 7.3: contents have a creator", f"{where}: {creator!r}"
    )
    senders = content.get("senders", "both")
    strict.demand(senders in SENDERS, "XEP-0166 7.3: senders is one of four", f"{where}: {senders!r}")
    _known(strict, content, "content")
    description, transport = child(content, "description", RTP), child(content, "transport", ICE_UDP)
    kind = "" if description is None else description.get("media", "")
    remote = Remote(name, creator, senders if senders in SENDERS else "both", kind)
    strict.demand(kind in ("audio", "video"), "XEP-0167 4: the description has its media", f"{where}: {kind!r}")
    if description is not None:
        _read_description(strict, description, remote, where)
    if strict.demand(transport is not None, "XEP-0176 5.2: contents have an ICE transport", where):
        read_transport(strict, transport, remote, where)
        _read_fingerprints(strict, transport, remote, where, SETUPS[role])
    return remote


def _known(strict: Strict, element: Element, kind: str) -> None:
    for part in element:
        strict.demand(
            (ns_of(part), name_of(part)) in KNOWN[kind],
            "XEP-0166 12: what is sent has been announced",
            f"{name_of(part)} of {ns_of(part)} in {kind}",
        )


def _read_description(strict: Strict, description: Element, remote: Remote, where: str) -> None:
    _known(strict, description, "description")
    mux = child(description, "rtcp-mux", RTP)
    strict.demand(mux is not None, "XEP-0167 4: RTP and RTCP share a port (RFC 5761)", where)
    seen: set[int] = set()
    for payload in children(description, "payload-type", RTP):
        codec = _read_codec(strict, payload, remote.kind, where)
        if codec:
            fresh = codec.payloadType not in seen
            strict.demand(fresh, "XEP-0167 4: payload types are unique", f"{where}: {codec.payloadType}")
            seen.add(codec.payloadType)
            remote.codecs.append(codec)
    strict.demand(remote.codecs, "XEP-0167 4: at least one payload type", where)
    for extension in children(description, "rtp-hdrext", HDREXT):
        number, uri = extension.get("id", ""), extension.get("uri", "")
        if strict.demand(
            number.isdigit() and uri, "XEP-0294 3: extensions have id and uri", f"{where}: {number} {uri}"
        ):
            remote.extensions.append(RTCRtpHeaderExtensionParameters(id=int(number), uri=uri))
    for source in children(description, "source", SSMA):
        ssrc = source.get("ssrc", "")
        if not strict.demand(ssrc.isdigit(), "XEP-0339 2.1: sources have an ssrc", f"{where}: {ssrc!r}"):
            continue
        remote.ssrcs.append(int(ssrc))
        parameters = {p.get("name"): p.get("value") or "" for p in children(source, "parameter", SSMA)}
        strict.demand(parameters.get("cname"), "XEP-0339 2.1: sources have a cname", f"{where}: {ssrc}")
        if "msid" in parameters:
            good = re.fullmatch(r"\S+ \S+", parameters["msid"])
            strict.demand(good, "RFC 8830 2: msid is a stream and a track", f"{where}: {parameters['msid']!r}")
    for group in children(description, "ssrc-group", SSMA):
        members = [int(s.get("ssrc", "0")) for s in children(group, "source", SSMA) if s.get("ssrc", "").isdigit()]
        known = all(ssrc in remote.ssrcs for ssrc in members)
        strict.demand(known, "XEP-0339 2.2: groups name known sources", f"{where}: {members}")
        if group.get("semantics") == "FID" and len(members) == 2:
            remote.rtx[members[0]] = members[1]


def _read_codec(strict: Strict, payload: Element, kind: str, where: str) -> RTCRtpCodecParameters | None:
    number, name, rate = payload.get("id", ""), payload.get("name", ""), payload.get("clockrate", "")
    right = number.isdigit() and int(number) < 128 and name and rate.isdigit()
    if not strict.demand(
        right, "XEP-0167 4: payload types have id, name, clockrate", f"{where}: {number} {name} {rate}"
    ):
        return None
    codec = RTCRtpCodecParameters(mimeType=f"{kind}/{name}", clockRate=int(rate), payloadType=int(number))
    codec.channels = int(payload.get("channels", "1")) if kind == "audio" else None
    for parameter in children(payload, "parameter", RTP):
        key, value = parameter.get("name"), parameter.get("value")
        if strict.demand(key is not None and value is not None, "XEP-0167 4: parameters have name and value", where):
            codec.parameters[key] = int(value) if key == "apt" and value.isdigit() else value
    codec.rtcpFeedback = [
        RTCRtcpFeedback(type=fb.get("type", ""), parameter=fb.get("subtype"))
        for fb in children(payload, "rtcp-fb", RTCP_FB)
    ]
    return codec


def read_transport(strict: Strict, transport: Element, remote: Remote, where: str) -> None:
    _known(strict, transport, "transport")
    remote.ufrag, remote.pwd = transport.get("ufrag", ""), transport.get("pwd", "")
    strict.demand(len(remote.ufrag) >= 4, "XEP-0176 5.3: every transport has its ufrag", f"{where}: {remote.ufrag!r}")
    length = f"{where}: {len(remote.pwd)} characters"
    strict.demand(len(remote.pwd) >= 22, "XEP-0176 5.3: every transport has its pwd", length)
    ids: set[str] = set()
    for element in children(transport, "candidate", ICE_UDP):
        candidate = _read_candidate(strict, element, where)
        fresh = element.get("id") not in ids
        strict.demand(fresh, "XEP-0176 5.3: ids of candidates are unique", f"{where}: {element.get('id')}")
        ids.add(element.get("id", ""))
        if candidate:
            remote.candidates.append(candidate)


def _read_candidate(strict: Strict, element: Element, where: str) -> Candidate | None:
    told = dict(element.attrib)
    rule = "XEP-0176 5.3: candidates are complete"
    required = ("component", "foundation", "generation", "id", "ip", "network", "port", "priority", "protocol", "type")
    for key in required:
        strict.demand(told.get(key), rule, f"{where}: no {key}")
    for key, (least, most) in NUMBERS.items():
        value = told.get(key, "0" if least == 0 else "1")
        right = value.isdigit() and least <= int(value) <= most
        strict.demand(right, "XEP-0176 13: numbers of candidates are in range", f"{where}: {key}={value}")
    kind = told.get("type", "")
    strict.demand(kind in ("host", "srflx", "prflx", "relay"), rule, f"{where}: type={kind!r}")
    if kind in ("srflx", "prflx", "relay"):
        complete = "rel-addr" in told and "rel-port" in told
        strict.demand(complete, "XEP-0176 5.3: what is not host tells its base", f"{where}: {kind}")
    if not strict.demand(
        told.get("protocol") == "udp", "XEP-0176 5.3: candidates are UDP", f"{where}: {told.get('protocol')}"
    ):
        return None
    strict.demand(not told.get("ip", "").startswith("0.0.0.0"), rule, f"{where}: ip={told.get('ip')}")
    try:
        related = told.get("rel-port")
        return Candidate(
            component=int(told["component"]),
            foundation=told["foundation"],
            host=told["ip"],
            port=int(told["port"]),
            priority=int(told["priority"]),
            transport="udp",
            type=kind,
            related_address=told.get("rel-addr"),
            related_port=int(related) if related else None,
        )
    except (KeyError, ValueError):
        return None


def _read_fingerprints(strict: Strict, transport: Element, remote: Remote, where: str, setups: tuple) -> None:
    found = children(transport, "fingerprint", DTLS)
    strict.demand(found, "XEP-0320 1: every content has its fingerprint", where)
    for element in found:
        kind, value, remote.setup = element.get("hash", ""), (element.text or "").strip(), element.get("setup")
        strict.demand(remote.setup in setups, "XEP-0320 1: setup as RFC 5763 has it", f"{where}: {remote.setup}")
        form = rf"[0-9A-F]{{2}}(:[0-9A-F]{{2}}){{{FINGERPRINTS.get(kind, 0) - 1}}}" if kind in FINGERPRINTS else "(?!)"
        strict.demand(re.fullmatch(form, value), "XEP-0320 1: the fingerprint is of its hash", f"{where}: {kind}")
        remote.fingerprints.append(RTCDtlsFingerprint(algorithm=kind, value=value))


def bundle_of(jingle: Element) -> list[str]:
    """The names in `<group semantics='BUNDLE'/>` (XEP-0338)."""
    for group in children(jingle, "group", GROUPING):
        if group.get("semantics") == "BUNDLE":
            return [content.get("name", "") for content in children(group, "content", GROUPING)]
    return []


def make_bundle(names: list[str]) -> Element:
    return make("group", GROUPING, *(make("content", GROUPING, name=name) for name in names), semantics="BUNDLE")


def make_candidate(candidate: Candidate, generation: int, number: int) -> Element:
    base = {"rel_addr": candidate.related_address, "rel_port": candidate.related_port}
    if candidate.type != "host" and candidate.related_address is None:
        base = {"rel_addr": "0.0.0.0", "rel_port": 9}  # relay only: our addresses stay ours (RFC 8839, 5.1)
    return make(
        "candidate",
        ICE_UDP,
        component=candidate.component,
        foundation=candidate.foundation,
        generation=generation,
        id=f"c{generation}-{number}",
        ip=candidate.host,
        network=0,
        port=candidate.port,
        priority=candidate.priority,
        protocol="udp",
        type=candidate.type,
        **base,
    )


def make_transport(ufrag: str, pwd: str, *payload: Element) -> Element:
    return make("transport", ICE_UDP, *payload, ufrag=ufrag, pwd=pwd)


def make_fingerprint(fingerprint: RTCDtlsFingerprint, setup: str) -> Element:
    element = make("fingerprint", DTLS, hash=fingerprint.algorithm, setup=setup)
    element.text = fingerprint.value
    return element


def make_codec(codec: RTCRtpCodecParameters) -> Element:
    parameters = [make("parameter", RTP, name=key, value=value) for key, value in codec.parameters.items()]
    feedback = [make("rtcp-fb", RTCP_FB, type=fb.type, subtype=fb.parameter) for fb in codec.rtcpFeedback]
    return make(
        "payload-type",
        RTP,
        *parameters,
        *feedback,
        id=codec.payloadType,
        name=codec.name,
        clockrate=codec.clockRate,
        channels=codec.channels if codec.channels and codec.channels > 1 else None,
    )


def make_sources(ssrc: int, rtx: int | None, cname: str, msid: str) -> list[Element]:
    told = {"cname": cname, "msid": msid}
    sources = [
        make("source", SSMA, *(make("parameter", SSMA, name=k, value=v) for k, v in told.items()), ssrc=number)
        for number in (ssrc, *(() if rtx is None else (rtx,)))
    ]
    if rtx is None:
        return sources
    members = [make("source", SSMA, ssrc=number) for number in (ssrc, rtx)]
    return [make("ssrc-group", SSMA, *members, semantics="FID"), *sources]


def make_content(name: str, creator: str, senders: str, *payload: Element) -> Element:
    return make("content", JINGLE, *payload, creator=creator, name=name, senders=senders)


def make_description(kind: str, *payload: Element) -> Element:
    return make("description", RTP, *payload, make("rtcp-mux", RTP), media=kind)


def make_extension(extension: RTCRtpHeaderExtensionParameters) -> Element:
    return make("rtp-hdrext", HDREXT, id=extension.id, uri=extension.uri)
