"""What turns a tablet's screen on where browser_mod runs in its browser: a light."""

from homeassistant.components.demo.light import DemoLight


async def async_setup_platform(hass, config, async_add_entities, discovery_info=None):
    """Set the light up."""
    screen = DemoLight("browser_screen", "", state=False)
    screen._attr_name = "Browser screen"
    screen._attr_device_info = None
    async_add_entities([screen])
