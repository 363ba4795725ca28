"""The list of complaints, and what is still awaited."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable


class Strict:
    """Complaints are `{rule, detail}`: the rule with its specification and section, the detail with what was seen."""

    def __init__(self, tell: Callable[..., None]) -> None:
        self._tell = tell
        self._complaints: list[dict] = []
        self._awaited: dict[Hashable, tuple[asyncio.TimerHandle, asyncio.Event]] = {}

    def complain(self, rule: str, detail: str) -> None:
        complaint = {"rule": rule, "detail": detail[:300]}
        if complaint not in self._complaints:
            self._complaints.append(complaint)
            self._tell(event="complaint", **complaint)

    def demand(self, right: object, rule: str, detail: str) -> bool:
        """Complains unless it is right."""
        if not right:
            self.complain(rule, detail)
        return bool(right)

    def expect(self, key: Hashable, rule: str, detail: str, seconds: float) -> None:
        """Complains unless `met` is told the key in time."""
        self.met(key)
        over = asyncio.Event()

        def late() -> None:
            del self._awaited[key]
            over.set()
            self.complain(rule, detail)

        self._awaited[key] = (asyncio.get_running_loop().call_later(seconds, late), over)

    def met(self, key: Hashable) -> bool:
        """Whether it was awaited."""
        timer, over = self._awaited.pop(key, (None, None))
        if timer is None or over is None:
            return False
        timer.cancel()
        over.set()
        return True

    async def complaints(self) -> list[dict]:
        """All since the last `forget`, once nothing is awaited any more (which ends by itself within seconds)."""
        while self._awaited:
            await next(iter(self._awaited.values()))[1].wait()
        return list(self._complaints)

    def forget(self) -> None:
        self._complaints.clear()
