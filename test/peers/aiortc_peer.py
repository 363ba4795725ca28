"""A Matrix caller that shares nothing with browsers: plain HTTP for m.call.* v1, aiortc for the media.

Driven by one JSON object a line on standard input, tells one a line on standard output:

  in   {"do": "call", "room": ID, "video": true}   {"do": "answer"}   {"do": "reject"}
       {"do": "hangup"}   {"do": "stats", "id": N}   {"do": "quit"}
  out  {"event": "ready", "user": ID}   {"event": "ring", "call": ID, "video": true, "party": ID}
       {"event": "answered"}   {"event": "connected"}   {"event": "ended", "reason": TEXT, "by": "me" | "them"}
       {"event": "stats", "id": N, "frames": N, "width": N, "height": N, "timecode": MS | null,
        "audio_frames": N, "audio_energy": X, "peer_connections": N}   {"event": "error", "text": TEXT}

Plain (unencrypted) rooms only. `audio_energy` is the sum of squared samples over time, in full-scale seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import uuid

import aiohttp
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.sdp import candidate_from_sdp

from peer_media import Meter, Picture, Tone, milliseconds


def tell(**event: object) -> None:
    print(json.dumps(event), flush=True)


class Call:
    """One call: its id, its peer connection, and what has come in."""

    def __init__(self, peer: Peer, room: str, call_id: str) -> None:
        self.peer, self.room, self.id = peer, room, call_id
        self.party = uuid.uuid4().hex[:10]
        self.offer: dict | None = None
        self.their_party: str | None = None
        self.pc: RTCPeerConnection | None = None
        self.early: list[dict] = []
        self.meter = Meter(
            lambda frame: tell(event="first-frame", at=milliseconds(), width=frame.width, height=frame.height)
        )
        self.readers: list[asyncio.Task] = []

    def connection(self, video: bool) -> RTCPeerConnection:
        pc = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.pc = pc
        pc.addTrack(Tone())
        if video:
            pc.addTrack(Picture())

        @pc.on("track")
        def on_track(track) -> None:  # noqa: ANN001 (aiortc's own type)
            self.readers.append(asyncio.ensure_future(self.meter.read(track)))

        @pc.on("connectionstatechange")
        def on_state() -> None:
            if pc.connectionState == "connected":
                tell(event="connected")

        return pc

    async def add_candidates(self, candidates: list[dict]) -> None:
        if not self.pc or not self.pc.remoteDescription:
            self.early += candidates
            return
        for line in candidates:
            text = line.get("candidate") or ""
            if not text:
                continue
            try:
                candidate = candidate_from_sdp(text.split(":", 1)[1])
            except (ValueError, IndexError, AssertionError):
                continue
            candidate.sdpMid, candidate.sdpMLineIndex = line.get("sdpMid"), line.get("sdpMLineIndex")
            await self.pc.addIceCandidate(candidate)

    async def close(self) -> None:
        if self.pc:
            await self.pc.close()
        for reader in self.readers:
            reader.cancel()


class Peer:
    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self.session, self.base = session, base.rstrip("/")
        self.token = self.user = ""
        self.call: Call | None = None

    async def request(self, method: str, path: str, body: object = None, **query: str) -> dict:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        url = f"{self.base}/_matrix/client/v3{path}"
        async with self.session.request(method, url, json=body, params=query, headers=headers) as reply:
            answer = await reply.json()
            if reply.status >= 300:
                raise RuntimeError(f"{path.split('/')[1]}: {answer.get('errcode')}")
            return answer

    async def sign_in(self, user: str, password: str) -> None:
        identifier = {"type": "m.id.user", "user": user}
        answer = await self.request(
            "POST", "/login", {"type": "m.login.password", "identifier": identifier, "password": password}
        )
        self.token, self.user = answer["access_token"], answer["user_id"]

    async def send(self, call: Call, kind: str, **content: object) -> None:
        body = {"call_id": call.id, "party_id": call.party, "version": "1", **content}
        path = f"/rooms/{call.room}/send/m.call.{kind}/{uuid.uuid4().hex}"
        await self.request("PUT", path, body)

    async def sync(self) -> None:
        types = [f"m.call.{kind}" for kind in ("invite", "candidates", "answer", "hangup", "reject", "select_answer")]
        sync_filter = json.dumps({"room": {"timeline": {"types": types, "limit": 50}, "state": {"types": []}}})
        since = (await self.request("GET", "/sync", filter=sync_filter, timeout="0"))["next_batch"]
        tell(event="ready", user=self.user)
        while True:
            batch = await self.request("GET", "/sync", filter=sync_filter, since=since, timeout="30000")
            since = batch["next_batch"]
            for room, data in batch.get("rooms", {}).get("join", {}).items():
                for event in data["timeline"]["events"]:
                    if event["sender"] != self.user:
                        await self.receive(room, event)

    async def receive(self, room: str, event: dict) -> None:
        kind, content = event["type"].removeprefix("m.call."), event["content"]
        if kind == "invite":
            if self.call is None and event.get("unsigned", {}).get("age", 0) < content.get("lifetime", 60000):
                self.call = Call(self, room, content["call_id"])
                self.call.offer, self.call.their_party = content["offer"], content.get("party_id")
                tell(event="ring", call=self.call.id, video="m=video" in content["offer"]["sdp"], party=self.call.party)
            return
        call = self.call
        if call is None or content.get("call_id") != call.id:
            return
        if kind == "candidates":
            await call.add_candidates(content.get("candidates", []))
        elif kind == "answer" and call.pc and call.offer is None:
            call.their_party = content.get("party_id")
            await call.pc.setRemoteDescription(RTCSessionDescription(content["answer"]["sdp"], "answer"))
            await self.send(call, "select_answer", selected_party_id=call.their_party)
            await call.add_candidates(call.early)
            tell(event="answered")
        elif kind in ("hangup", "reject"):
            await self.end(kind if kind == "reject" else content.get("reason", "user_hangup"), "them")

    async def end(self, reason: str, by: str) -> None:
        call, self.call = self.call, None
        if call:
            await call.close()
            tell(event="ended", reason=reason, by=by)

    async def dial(self, room: str, video: bool) -> None:
        call = self.call = Call(self, room, uuid.uuid4().hex)
        pc = call.connection(video)
        await pc.setLocalDescription(await pc.createOffer())
        offer = {"type": "offer", "sdp": pc.localDescription.sdp}
        await self.send(call, "invite", lifetime=60000, offer=offer)
        tell(event="invited", call=call.id, at=milliseconds())

    async def answer(self) -> None:
        call = self.call
        if call is None or call.offer is None:
            raise RuntimeError("nothing rings")
        pc = call.connection("m=video" in call.offer["sdp"])
        await pc.setRemoteDescription(RTCSessionDescription(call.offer["sdp"], "offer"))
        await pc.setLocalDescription(await pc.createAnswer())
        await self.send(call, "answer", answer={"type": "answer", "sdp": pc.localDescription.sdp})
        await call.add_candidates(call.early)

    async def obey(self, order: dict) -> bool:
        match order.get("do"):
            case "call":
                await self.dial(order["room"], order.get("video", True))
            case "answer":
                await self.answer()
            case "reject" if self.call:
                await self.send(self.call, "reject")
                await self.end("reject", "me")
            case "hangup" if self.call:
                await self.send(self.call, "hangup", reason="user_hangup")
                await self.end("user_hangup", "me")
            case "stats":
                call = self.call
                meter = call.meter if call else Meter()
                tell(
                    event="stats",
                    id=order.get("id"),
                    frames=meter.frames,
                    width=meter.width,
                    height=meter.height,
                    timecode=meter.timecode,
                    audio_frames=meter.audio_frames,
                    audio_energy=meter.audio_energy,
                    peer_connections=1 if call and call.pc and call.pc.connectionState != "closed" else 0,
                )
            case "quit":
                return False
        return True


async def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("base-url", "user", "password"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    async with aiohttp.ClientSession() as session:
        peer = Peer(session, options.base_url)
        await peer.sign_in(options.user, options.password)
        syncing = asyncio.ensure_future(peer.sync())
        syncing.add_done_callback(lambda task: task.cancelled() or tell(event="error", text=str(task.exception())))
        while line := await reader.readline():
            try:
                if not await peer.obey(json.loads(line)):
                    break
            except Exception as error:  # noqa: BLE001: whatever fails is told to the test that drives us
                tell(event="error", text=f"{type(error).__name__}: {error}")
        syncing.cancel()
        await peer.end("quit", "me")


asyncio.run(main())
