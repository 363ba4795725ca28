"""What turns a tablet's screen on where its browser is Fully Kiosk: a switch."""

from homeassistant.components.demo.switch import DemoSwitch


async def async_setup_platform(hass, config, async_add_entities, discovery_info=None):
    """Set the switch up."""
    screen = DemoSwitch("tablet_screen", "", state=False, assumed=False)
    screen._attr_name = "Tablet screen"
    screen._attr_device_info = None
    async_add_entities([screen])
