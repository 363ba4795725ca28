"""What every peer of the tests sends and measures: a film with the time in it, a tone, frames and energy counted."""

from __future__ import annotations

import asyncio
import fractions
import time
from collections.abc import Callable

import numpy as np
from aiortc import AudioStreamTrack, VideoStreamTrack
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from av import AudioFrame, VideoFrame

STRIP_BITS = 32
STRIP_HEIGHT = 32
VIDEO_CLOCK = 90000


def milliseconds() -> int:
    return int(time.time() * 1000)


class Picture(VideoStreamTrack):
    """The wall clock as a strip of 32 blocks at the top, like the demo's cameras, and a bar that moves below it.

    With `muted` it is black, as a camera that is off.
    """

    def __init__(self, width: int = 640, height: int = 480, rate: int = 30, colour: tuple = (30, 160, 220)) -> None:
        super().__init__()
        self.width, self.height, self.rate, self.colour = width, height, rate, colour
        self.muted = False
        self._begun: float | None = None
        self._sent = 0

    async def recv(self) -> VideoFrame:
        if self.readyState != "live":
            raise MediaStreamError
        if self._begun is None:
            self._begun = time.time()
        await asyncio.sleep(max(0.0, self._begun + self._sent / self.rate - time.time()))
        frame = VideoFrame.from_ndarray(self._draw(), format="bgr24")
        frame.pts, frame.time_base = self._sent * VIDEO_CLOCK // self.rate, fractions.Fraction(1, VIDEO_CLOCK)
        self._sent += 1
        return frame

    def _draw(self) -> np.ndarray:
        picture = np.full((self.height, self.width, 3), 0 if self.muted else 90, np.uint8)
        if self.muted:
            return picture
        now = milliseconds() % 2**32
        left = self._sent * 150 // self.rate % (self.width - 40)
        picture[self.height // 2 :, left : left + 40] = self.colour
        block = self.width // STRIP_BITS
        for bit in range(STRIP_BITS):
            on = now >> (STRIP_BITS - 1 - bit) & 1
            picture[:STRIP_HEIGHT, bit * block : (bit + 1) * block] = 255 if on else 0
        return picture


class Tone(AudioStreamTrack):
    """A steady 660 Hz tone, 48 kHz mono, 20 ms a frame; silence while `muted`."""

    RATE = 48000
    SAMPLES = 960

    def __init__(self) -> None:
        super().__init__()
        self.muted = False
        self._begun: float | None = None
        self._sent = 0

    async def recv(self) -> AudioFrame:
        if self.readyState != "live":
            raise MediaStreamError
        if self._begun is None:
            self._begun = time.time()
        await asyncio.sleep(max(0.0, self._begun + self._sent / self.RATE - time.time()))
        at = (np.arange(self.SAMPLES) + self._sent) / self.RATE
        loudness = 0 if self.muted else 8000
        samples = (np.sin(2 * np.pi * 660 * at) * loudness).astype(np.int16).reshape(1, -1)
        frame = AudioFrame.from_ndarray(samples, format="s16", layout="mono")
        frame.sample_rate, frame.pts = self.RATE, self._sent
        frame.time_base = fractions.Fraction(1, self.RATE)
        self._sent += self.SAMPLES
        return frame


def read_timecode(frame: VideoFrame) -> int | None:
    """The wall clock in the strip at the top, in ms modulo 2^32; None where the blocks are neither black nor white."""
    luma = frame.to_ndarray(format="gray")
    row = luma[max(2, int(frame.height * STRIP_HEIGHT / 720) // 2)]
    block = frame.width / STRIP_BITS
    value = 0
    for bit in range(STRIP_BITS):
        level = int(row[int(bit * block + block / 2)])
        if 70 < level < 180:
            return None
        value = value << 1 | (level >= 180)
    return value


class Meter:
    """Counts what comes in of one call. `audio_energy`: squared samples over time, in full-scale seconds."""

    def __init__(self, on_first_frame: Callable[[VideoFrame], None] = lambda frame: None) -> None:
        self.frames = self.audio_frames = self.width = self.height = 0
        self.audio_energy = 0.0
        self.timecode: int | None = None
        self._on_first_frame = on_first_frame

    async def read(self, track: MediaStreamTrack) -> None:
        """Until the track ends."""
        count = self._video if track.kind == "video" else self._audio
        while True:
            try:
                count(await track.recv())
            except MediaStreamError:
                return

    def _video(self, frame: VideoFrame) -> None:
        self.frames += 1
        self.width, self.height = frame.width, frame.height
        if self.frames == 1:
            self._on_first_frame(frame)
        if self.frames % 5 == 0:
            self.timecode = read_timecode(frame)

    def _audio(self, frame: AudioFrame) -> None:
        samples = frame.to_ndarray().astype(np.float64) / 32768
        self.audio_frames += 1
        self.audio_energy += float(np.sum(samples**2)) / (frame.sample_rate * max(1, len(frame.layout.channels)))
