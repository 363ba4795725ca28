"""What the phone knows of a call, and of calls that are over."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from peer_media import Meter
from xmpp_media import Media


@dataclass
class Call:
    sid: str
    peer_bare: str
    role: str
    kinds: set[str]
    jmi: bool = True
    peer: str | None = None
    """Full JID, once known."""
    state: str = "calling"
    proceeded: bool = False
    initiated: bool = False
    only: bool = False
    """Stop at the proposal: a proceed is not followed by a session."""
    media: Media | None = None
    offer: Element | None = None
    proposed: frozenset[str] = frozenset()
    """All that was proposed, where `kinds` is what we send of it."""
    ringing_from: set[str] = field(default_factory=set)
    adding: str | None = None
    gone: set[str] = field(default_factory=set)
    """Names of contents that were rejected or removed: what is said of them may have crossed that."""
    muted: dict[str, bool] = field(default_factory=dict)
    held: bool = False
    timer: asyncio.TimerHandle | None = None
    meter: Meter = field(default_factory=Meter)


@dataclass
class Ended:
    by: str
    """`me`, `them` or `elsewhere`."""
    at: float
    peer: str | None
    """Full JID of who took part, as far as known."""
    finished: bool = False
    acknowledged: bool = False
