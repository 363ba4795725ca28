"""Players of the house: Home Assistant's demo players. They play when it starts, at full volume."""

from homeassistant.components.demo.media_player import (
    DemoMusicPlayer,
    DemoTVShowPlayer,
)


class Radio(DemoMusicPlayer):
    """A radio that can be paused and whose volume can be set."""

    def __init__(self, name: str, unique_id: str) -> None:
        """Give it a unique id, so that it can be in an area."""
        super().__init__(name)
        self._attr_unique_id = unique_id


class Television(DemoTVShowPlayer):
    """A television that can be paused, and whose volume cannot be set."""

    def __init__(self) -> None:
        """Give it a name and a unique id."""
        super().__init__()
        self._attr_name = "Television"
        self._attr_unique_id = "television"


async def async_setup_platform(hass, config, async_add_entities, discovery_info=None):
    """Set the players up."""
    async_add_entities(
        [
            Radio("Kitchen radio", "kitchen_radio"),
            Radio("Bathroom radio", "bathroom_radio"),
            Television(),
        ]
    )
