"""Devices of the demo house: a few of Home Assistant's own demo devices.

Its `demo` integration as a whole would bring some hundred entities, cameras among them.
"""

from homeassistant.core import HomeAssistant
from homeassistant.helpers import discovery
from homeassistant.helpers.typing import ConfigType

DOMAIN = "house"

PLATFORMS = ("button", "light", "media_player", "switch")


async def async_setup(hass: HomeAssistant, config: ConfigType) -> bool:
    """Set the devices up."""
    for platform in PLATFORMS:
        hass.async_create_task(
            discovery.async_load_platform(hass, platform, DOMAIN, {}, config)
        )
    return True
