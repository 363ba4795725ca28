-- Says where this host's WebSocket is, to pages of any origin (XEP-0156, section 3.1).
local json = require "util.json";
local stanza = require "util.stanza";

local link = {
	rel = "urn:xmpp:alt-connections:websocket";
	href = module:get_option_string("host_meta_websocket");
};

local xrd = stanza.stanza("XRD", { xmlns = "http://docs.oasis-open.org/ns/xri/xrd-1.0" }):tag("Link", link);
local jrd = { links = { link } };

local function answer(content_type, body)
	return function (event)
		event.response.headers.content_type = content_type;
		return body;
	end
end

module:depends("http");
module:provides("http", {
	default_path = "/.well-known";
	cors = { enabled = true };
	route = {
		["GET /host-meta"] = answer("application/xrd+xml", '<?xml version="1.0" encoding="utf-8"?>' .. tostring(xrd));
		["GET /host-meta.json"] = answer("application/json", json.encode(jrd));
	};
});
