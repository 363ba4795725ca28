"""What brings a tablet's browser to the foreground where it is Fully Kiosk: a button."""

from homeassistant.components.demo.button import DemoButton


async def async_setup_platform(hass, config, async_add_entities, discovery_info=None):
    """Set the button up."""
    button = DemoButton("tablet_to_foreground", "")
    button._attr_name = "Tablet to foreground"
    button._attr_device_info = None
    async_add_entities([button])
