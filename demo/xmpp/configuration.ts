import { join } from 'node:path';
import { ports } from '../ports.ts';
import { turn } from '../services/coturn.ts';

/** A name that every machine resolves to itself, so that clients need no SRV record of it. */
export const domain = 'localhost';
export const websocketUrl = `ws://127.0.0.1:${ports.xmppHttp}/xmpp-websocket`;
/** Streams over TCP, with STARTTLS or without. */
export const tcpAddress = `127.0.0.1:${ports.xmppC2s}`;
/** XEP-0156 as XRD; with `.json` behind it as JSON. */
export const hostMetaUrl = `http://127.0.0.1:${ports.xmppHttp}/.well-known/host-meta`;

export const dataFolder = (folder: string) => join(folder, 'data');
export const certificatesFolder = (folder: string) => join(folder, 'certificates');

/** Prosody's own configuration. Only loopback reaches it, so its secrets are none. */
export const configuration = (folder: string) => `
run_as_root = true -- where the stack is root's; its data then are, too
data_path = ${text(dataFolder(folder))}
certificates = ${text(certificatesFolder(folder))}
plugin_paths = { ${text(join(import.meta.dirname, 'modules'))} }
log = { { levels = { min = "info" }, to = "console" } }

interfaces = { "127.0.0.1" }
c2s_ports = { ${ports.xmppC2s} }
c2s_direct_tls_ports = { }
http_interfaces = { "127.0.0.1" }
http_ports = { ${ports.xmppHttp} }
https_ports = { }
http_default_host = ${text(domain)}
modules_disabled = { "s2s", "s2s_auth_certs" }

-- STARTTLS is offered, SASL works without it too: peers of tests need not trust our CA.
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_websocket_secure = true

storage = "internal"
authentication = "internal_plain" -- with it SCRAM-SHA-1 and SCRAM-SHA-256 are offered
default_archive_policy = true
max_archive_query_results = 100
smacks_hibernation_time = 60
c2s_stanza_size_limit = ${4 * 1024 * 1024} -- what is hostile shall reach the client that has to stand it

modules_enabled = {
  "roster", "saslauth", "tls", "disco", "carbons", "pep", "private", "blocklist", "vcard4", "vcard_legacy",
  "lastactivity", "time", "ping", "mam", "smacks", "csi_simple", "offline", "websocket", "host_meta", "turn_external",
}
host_meta_websocket = ${text(websocketUrl)}
turn_external_host = ${text(turn.host)}
turn_external_port = ${turn.port}
turn_external_secret = ${text(turn.secret)}
turn_external_tcp = true
turn_external_ttl = 3600

VirtualHost ${text(domain)}
`;

/** A Lua string. Lua reads the escapes of JSON that paths and names need. */
export const text = (value: string) => JSON.stringify(value);
