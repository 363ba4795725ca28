"""The media of one session: transports (ICE, DTLS) and the contents over them, of aiortc's parts."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from xml.etree.ElementTree import Element

from aioice import Candidate
from aiortc import (
    RTCCertificate,
    RTCDtlsParameters,
    RTCDtlsTransport,
    RTCRtpCodecParameters,
    RTCRtpHeaderExtensionParameters,
    RTCRtpReceiver,
    RTCRtpSender,
)
from aiortc.rtcrtpparameters import (
    RTCRtcpFeedback,
    RTCRtcpParameters,
    RTCRtpDecodingParameters,
    RTCRtpReceiveParameters,
    RTCRtpRtxParameters,
    RTCRtpSendParameters,
)
from aiortc.rtcrtpreceiver import RemoteStreamTrack
from aiortc.rtp import RTCP_PSFB_APP, RtcpPsfbPacket, pack_remb_fci

from peer_media import Meter, Picture, Tone
from xmpp_jingle import (
    Remote,
    make_candidate,
    make_codec,
    make_content,
    make_description,
    make_extension,
    make_fingerprint,
    make_sources,
    make_transport,
)
from xmpp_path import CONNECT_TIMEOUT, Path

BITRATE = 4_000_000
EXTENSIONS = {
    "audio": ((1, "urn:ietf:params:rtp-hdrext:sdes:mid"), (2, "urn:ietf:params:rtp-hdrext:ssrc-audio-level")),
    "video": ((1, "urn:ietf:params:rtp-hdrext:sdes:mid"),),
}


def our_codecs(kind: str) -> list[RTCRtpCodecParameters]:
    if kind == "audio":
        opus = RTCRtpCodecParameters("audio/opus", 48000, 2, 111, parameters={"minptime": "10", "useinbandfec": "1"})
        return [opus, RTCRtpCodecParameters("audio/PCMU", 8000, 1, 0), RTCRtpCodecParameters("audio/PCMA", 8000, 1, 8)]
    feedback = [RTCRtcpFeedback("nack"), RTCRtcpFeedback("nack", "pli"), RTCRtcpFeedback("goog-remb")]
    vp8 = RTCRtpCodecParameters("video/VP8", 90000, None, 97, feedback)
    return [vp8, RTCRtpCodecParameters("video/rtx", 90000, None, 98, parameters={"apt": 97})]


class Leg:
    """One ICE and DTLS transport; contents share it where they are bundled."""

    def __init__(self, certificate: RTCCertificate, controlling: bool, ice: dict) -> None:
        self.path = Path(controlling, ice)
        self.dtls = RTCDtlsTransport(self.path, [certificate])
        self.remote: Remote | None = None
        self.started = False
        self.client = False  # of DTLS


class Line:
    """One content: what we send of it and what we hear."""

    def __init__(self, name: str, creator: str, kind: str, leg: Leg) -> None:
        self.name, self.creator, self.kind, self.leg = name, creator, kind, leg
        self.senders = "both"
        self.codecs = our_codecs(kind)
        self.extensions = [RTCRtpHeaderExtensionParameters(number, uri) for number, uri in EXTENSIONS[kind]]
        self.track: Tone | Picture = Tone() if kind == "audio" else Picture(640, 360, 15)
        self.sender = RTCRtpSender(self.track, leg.dtls)
        self.receiver: RTCRtpReceiver | None = None
        self.remote: Remote | None = None
        self.sends = False
        self.reader: asyncio.Task | None = None

    def settle(self, remote: Remote) -> bool:
        """Takes what both sides can, in their order and with their numbers. False: nothing is."""
        ours = {(c.name.lower(), c.clockRate, c.channels): c for c in self.codecs if c.name != "rtx"}
        codecs = []
        for theirs in remote.codecs:
            own = ours.get((theirs.name.lower(), theirs.clockRate, theirs.channels))
            if own and not any(own.mimeType == codec.mimeType for codec in codecs):
                codecs.append(
                    RTCRtpCodecParameters(
                        own.mimeType, own.clockRate, own.channels, theirs.payloadType, own.rtcpFeedback, own.parameters
                    )
                )
        numbers = {codec.payloadType for codec in codecs}
        codecs += [c for c in remote.codecs if c.name.lower() == "rtx" and c.parameters.get("apt") in numbers]
        uris = {extension.uri for extension in self.extensions}
        self.codecs, self.remote = codecs, remote
        self.extensions = [extension for extension in remote.extensions if extension.uri in uris]
        return bool(numbers)


class Media:
    """`role`: `initiator` or `responder`. `lost(why)` is told once, when a transport fails or closes by itself."""

    def __init__(
        self, role: str, ice: dict, connected: Callable[[], None], lost: Callable[[str], None], meter: Meter
    ) -> None:
        self.role, self._ice, self._on_connected, self._lost, self.meter = role, ice, connected, lost, meter
        self.lines: dict[str, Line] = {}
        self.legs: list[Leg] = []
        self.connected = self.closed = False
        self.bundled = False
        self.held = False
        """Whether they do not listen, so that nothing is sent (XEP-0167, 8.2)."""
        self._certificate = RTCCertificate.generateCertificate()
        self._cname, self._stream = uuid.uuid4().hex[:16], uuid.uuid4().hex[:16]
        self._tasks: set[asyncio.Task] = set()

    # Lines and legs

    async def add(self, name: str, creator: str, kind: str, leg: Leg | None = None) -> Line:
        """A new content; on a transport of its own unless one is given."""
        if leg is None:
            leg = Leg(self._certificate, self.role == "initiator", self._ice)
            self.legs.append(leg)
            await leg.path.gather()
        line = self.lines[name] = Line(name, creator, kind, leg)
        return line

    async def share(self, names: list[str]) -> None:
        """The contents of a bundle go over the transport of the first; the others' are not needed."""
        lines = [self.lines[name] for name in names if name in self.lines]
        self.bundled = self.bundled or bool(lines)
        for line in lines[1:]:
            if line.leg is not lines[0].leg:
                unused, line.leg = line.leg, lines[0].leg
                line.sender.setTransport(line.leg.dtls)
                self.legs.remove(unused)
                await unused.path.close()

    def line_of(self, kind: str) -> Line | None:
        return next((line for line in self.lines.values() if line.kind == kind), None)

    def we_send(self, line: Line) -> bool:
        return line.senders in ("both", self.role)

    # Connecting

    async def take(self, line: Line, remote: Remote, offered: bool) -> None:
        """What they told of a content's transport; the first of a bundle is that of all. Who answers is DTLS's client
        unless the answer says otherwise (RFC 5763, 5)."""
        leg = line.leg
        if leg.remote is None:
            leg.remote, leg.client = remote, remote.setup != "active" if offered else remote.setup == "passive"
            leg.path.set_remote(remote.ufrag, remote.pwd)
        await self.candidates(leg, remote.candidates)

    async def candidates(self, leg: Leg, candidates: list[Candidate]) -> None:
        for candidate in candidates:
            if candidate.host.endswith(".local"):
                self._spawn(leg.path.add(candidate))  # a name has to be found first
            else:
                await leg.path.add(candidate)

    def start(self) -> None:
        """Connects what is not yet, and starts what is."""
        for leg in self.legs:
            if not leg.started and leg.remote is not None:
                leg.started = True
                self._spawn(self._connect(leg))
            elif leg.dtls.state == "connected":
                self._spawn(self._run(leg))

    async def _connect(self, leg: Leg) -> None:
        try:
            await leg.path.connect()
            for line in self._lines_of(leg):
                await self._receive(line)  # before DTLS is up: the first packets are a picture's beginning
            leg.dtls._set_role("client" if leg.client else "server")
            leg.dtls.on("statechange", lambda: self._dtls_changed(leg))
            await asyncio.wait_for(leg.dtls.start(RTCDtlsParameters(leg.remote.fingerprints)), CONNECT_TIMEOUT)
        except (ConnectionError, TimeoutError, asyncio.TimeoutError):
            return self._fail("no way was found")
        if leg.dtls.state == "connected":
            await self._run(leg)
            if not self.connected and all(each.dtls.state == "connected" for each in self.legs):
                self.connected = True
                self._on_connected()

    def _dtls_changed(self, leg: Leg) -> None:
        if leg in self.legs and leg.dtls.state in ("failed", "closed"):
            self._fail(f"DTLS {leg.dtls.state}")

    def _fail(self, why: str) -> None:
        if not self.closed:
            self._lost(why)

    async def _run(self, leg: Leg) -> None:
        for line in self._lines_of(leg):
            await self._receive(line)
            wanted = self.we_send(line)
            line.sender._enabled = wanted and not self.held
            if wanted and not line.sends:
                line.sends = True
                rtcp = RTCRtcpParameters(cname=self._cname, mux=True, ssrc=line.sender._ssrc)
                await line.sender.send(RTCRtpSendParameters(line.codecs, line.extensions, line.name, rtcp))

    def _lines_of(self, leg: Leg) -> list[Line]:
        return [line for line in self.lines.values() if line.leg is leg and line.remote]

    async def _receive(self, line: Line) -> None:
        if line.receiver:
            return
        line.receiver = RTCRtpReceiver(line.kind, line.leg.dtls)
        line.receiver._set_rtcp_ssrc(line.sender._ssrc)
        line.receiver._track = RemoteStreamTrack(kind=line.kind)
        encodings = [
            RTCRtpDecodingParameters(ssrc, codec.payloadType, RTCRtpRtxParameters(rtx) if rtx else None)
            for ssrc in line.remote.ssrcs
            if ssrc not in line.remote.rtx.values()
            for rtx in [line.remote.rtx.get(ssrc)]
            for codec in line.codecs[:1]
        ]
        line.reader = asyncio.ensure_future(self.meter.read(line.receiver.track))
        await line.receiver.receive(
            RTCRtpReceiveParameters(line.codecs, line.extensions, line.name, encodings=encodings)
        )

        if line.kind == "video":
            self._spawn(self._feed_back(line))

    async def _feed_back(self, line: Line) -> None:
        """Tells that there is room for a full picture (REMB: the way is short, there is nothing to estimate), and asks
        for one that needs no earlier one where none could be shown (RFC 4585, 6.3.1), as clients do."""
        router, receiver, told = line.leg.dtls._rtp_router, line.receiver, 0
        while line.name in self.lines and not self.closed:
            seen = self.meter.frames
            await asyncio.sleep(0.05 if not told else 1 if seen else 0.3)
            ssrcs = [ssrc for ssrc, each in router.ssrc_table.items() if each is receiver][:1]
            if not ssrcs or line.leg.dtls.state != "connected":
                continue
            room = pack_remb_fci(BITRATE, ssrcs)
            await receiver._send_rtcp(RtcpPsfbPacket(RTCP_PSFB_APP, line.sender._ssrc, media_ssrc=0, fci=room))
            if told and self.meter.frames == seen:
                await receiver._send_rtcp_pli(ssrcs[0])
            told += 1

    # Restart of ICE (XEP-0176, 5.9)

    async def renew(self) -> None:
        for leg in self.legs:
            leg.path.renew()
            await leg.path.gather()

    def reconnect(self, leg: Leg, ufrag: str, pwd: str) -> None:
        leg.path.set_remote(ufrag, pwd)
        leg.remote.ufrag, leg.remote.pwd = ufrag, pwd
        self._spawn(self._reconnect(leg))

    async def _reconnect(self, leg: Leg) -> None:
        try:
            await leg.path.connect()
        except (ConnectionError, TimeoutError, asyncio.TimeoutError):
            self._fail("no way was found after a restart")

    # What we tell

    def describe(self, line: Line, senders: str, setup: str, with_candidates: bool) -> Element:
        rtx = line.sender._rtx_ssrc if any(codec.name == "rtx" for codec in line.codecs) else None
        sources = make_sources(line.sender._ssrc, rtx, self._cname, f"{self._stream} {line.sender._track_id}")
        parts = [*map(make_codec, line.codecs), *map(make_extension, line.extensions), *sources]
        fingerprint = make_fingerprint(self._certificate.getFingerprints()[0], setup)
        candidates = self.told_candidates(line.leg) if with_candidates else []
        transport = self.transport(line.leg, fingerprint, *candidates)
        return make_content(line.name, line.creator, senders, make_description(line.kind, *parts), transport)

    @staticmethod
    def transport(leg: Leg, *payload: Element) -> Element:
        connection = leg.path.newest
        return make_transport(connection.local_username, connection.local_password, *payload)

    @staticmethod
    def told_candidates(leg: Leg) -> list[Element]:
        path = leg.path
        return [make_candidate(c, path.generation, i) for i, c in enumerate(path.newest.local_candidates, 1)]

    # The end of one content and of all

    async def remove(self, name: str) -> None:
        line = self.lines.pop(name, None)
        if line is None:
            return
        await self._stop(line)
        if not any(other.leg is line.leg for other in self.lines.values()):
            self.legs.remove(line.leg)  # first, so that its end is no loss
            await line.leg.dtls.stop()
            await line.leg.path.close()

    async def close(self) -> None:
        self.closed = True
        for task in list(self._tasks):
            task.cancel()
        for line in self.lines.values():
            await self._stop(line)
        for leg in self.legs:
            await leg.dtls.stop()
            await leg.path.close()

    @staticmethod
    async def _stop(line: Line) -> None:
        line.track.stop()
        await line.sender.stop()
        if line.receiver:
            await line.receiver.stop()
        if line.reader:
            line.reader.cancel()

    def _spawn(self, work: object) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception():
            self._fail(f"{type(task.exception()).__name__}: {task.exception()}")
