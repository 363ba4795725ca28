"""A strict XMPP caller that shares nothing with browsers: slixmpp for the stream, aiortc for the media.

It checks whatever comes in and keeps a list of complaints, where a real client would put up with it. Driven by one
JSON object a line on standard input (`{"id": N, "do": NAME, …}`, see xmpp-peer.ts), each answered by
`{"reply": N, "value": …}` or `{"reply": N, "error": TEXT}`; tells `{"event": NAME, …}` in between. Ends with its input.
"""

from __future__ import annotations

import asyncio
import json
import sys

from xmpp_actions import Jingle
from xmpp_messages import MessagePhone
from xmpp_stream import Stream
from xmpp_strict import Strict


def tell(**event: object) -> None:
    print(json.dumps(event), flush=True)


class Peer:
    def __init__(self) -> None:
        self.strict = Strict(tell)
        self.phone: MessagePhone | None = None

    async def connect(self, options: dict) -> str:
        stream = Stream(options, self.strict, tell)
        self.phone = MessagePhone(stream, self.strict, options, tell)
        self.jingle = Jingle(self.phone)
        await stream.open()
        return stream.own

    async def obey(self, order: dict) -> object:
        name = order["do"]
        if name == "connect":
            return await self.connect(order["options"])
        phone = self.phone
        if phone is None:
            raise RuntimeError("connect first")
        if name == "complaints":  # waits, so it must not hold the lock
            return await self.strict.complaints()
        async with phone.lock:
            return await self._with_phone(phone, name, order)

    async def _with_phone(self, phone: MessagePhone, name: str, order: dict) -> object:
        jingle, kinds = self.jingle, order.get("kinds", [])
        match name:
            case "configure":
                phone.options.update(order["options"])
            case "call":
                phone.propose(kinds, order["to"], order.get("only", False), order.get("sid"))
            case "direct":
                await jingle.direct(kinds, order["to"])
            case "answer":
                await phone.answer(kinds)
            case "reject":
                phone.reject(order.get("reason"))
            case "retract":
                phone.retract(order.get("reason"))
            case "hangUp":
                phone.hang_up(order.get("reason"))
            case "info":
                jingle.info(order["name"], order.get("kind"))
            case "add":
                await jingle.add(order["kind"])
            case "remove":
                await jingle.remove(order["kind"])
            case "modify":
                jingle.modify(order["kind"], order["senders"])
            case "restart":
                await jingle.restart()
            case "raw":
                phone.stream.push_raw(order["xml"])
            case "stanzas":
                return [text for number, text in phone.stream.stanzas if number > order.get("after", 0)]
            case "stanzaCount":
                return phone.stream._count
            case "state":
                return phone.state
            case "session":
                call = phone.call
                told = call and {"sid": call.sid, "peer": call.peer, "muted": call.muted, "held": call.held}
                return told and {
                    **told,
                    "kinds": sorted({line.kind for line in call.media.lines.values()} if call.media else ()),
                }
            case "lastEnd":
                return phone.last_end
            case "received":
                return phone.received
            case "forget":
                self.strict.forget()
            case "openConnections":
                return len(phone.open_media)
            case "stats":
                return await stats(phone)
            case _:
                raise ValueError(f"unknown order {name}")
        return None

    async def close(self) -> None:
        if self.phone:
            async with self.phone.lock:
                self.phone.hang_up("gone")
            await self.phone.stream.quit()


async def stats(phone: MessagePhone) -> dict:
    """Of the present call, or of the last."""
    media, meter = phone.call.media if phone.call else None, phone.last_meter
    sent = {"audio": 0, "video": 0}
    for line in media.lines.values() if media else ():
        for report in (await line.sender.getStats()).values():
            if report.type == "outbound-rtp":
                sent[line.kind] += report.packetsSent
    relayed = [leg.path.relayed for leg in media.legs] if media else []
    return {
        "framesDecoded": meter.frames,
        "width": meter.width,
        "height": meter.height,
        "timecode": meter.timecode,
        "audioFrames": meter.audio_frames,
        "audioEnergy": meter.audio_energy,
        "relayed": None if not relayed or None in relayed else all(relayed),
        "audioPacketsSent": sent["audio"],
        "videoPacketsSent": sent["video"],
        "transports": len(relayed),
    }


async def main() -> None:
    reader = asyncio.StreamReader(limit=2**24)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    peer, running = Peer(), set()

    async def run(order: dict) -> None:
        try:
            tell(reply=order.get("id"), value=await peer.obey(order))
        except Exception as error:  # noqa: BLE001: whatever fails is told to the test that drives us
            tell(reply=order.get("id"), error=f"{type(error).__name__}: {error}")

    while line := await reader.readline():
        order = json.loads(line)
        if order["do"] == "quit":
            break
        task = asyncio.ensure_future(run(order))
        running.add(task)
        task.add_done_callback(running.discard)
    await asyncio.wait_for(peer.close(), 5)


try:
    asyncio.run(main())
except (BrokenPipeError, TimeoutError, asyncio.TimeoutError):
    pass  # whoever drove us is gone, or the server is
