import { join } from 'node:path';
import { ports } from '../ports.ts';
import { turn } from '../services/coturn.ts';

export const serverName = 'call-assist.test';
export const homeserverUrl = `http://127.0.0.1:${ports.synapse}`;
export const registrationSharedSecret = 'registration-secret';

/**
 * Synapse's own configuration. Only loopback reaches it, so its secrets are none.
 * @param tokenService of MatrixRTC calls, which the server then says it has; null: it has none
 */
export const configuration = (folder: string, tokenService: string | null) => `
server_name: ${serverName}
public_baseurl: ${homeserverUrl}/
pid_file: ${join(folder, 'homeserver.pid')}
signing_key_path: ${join(folder, 'signing.key')}
media_store_path: ${join(folder, 'media')}
log_config: ${join(folder, 'log.yaml')}
report_stats: false
suppress_key_server_warning: true
trusted_key_servers: []
serve_server_wellknown: false
listeners:
  - port: ${ports.synapse}
    bind_addresses: [127.0.0.1]
    type: http
    tls: false
    resources: [{ names: [client, openid], compress: false }]
database: { name: sqlite3, args: { database: "${join(folder, 'homeserver.db')}" } }
macaroon_secret_key: macaroon
form_secret: form
registration_shared_secret: ${registrationSharedSecret}
enable_registration: true
enable_registration_without_verification: true
bcrypt_rounds: 4
presence: { enabled: true }

# Sign-in with a token from a device that is signed in (MSC3882)
login_via_existing_session: { enabled: true, require_ui_auth: false, token_timeout: 5m }
# Delayed events (MSC4140) and what calls in rooms build on
max_event_delay_duration: 24h
experimental_features:
  msc3266_enabled: true
  msc4140_enabled: true
  msc4143_enabled: true
  msc4222_enabled: true
  msc4354_enabled: true
${tokenService === null ? '' : rtcTransports(tokenService)}
turn_uris:
  - turn:${turn.host}:${turn.port}?transport=udp
  - turn:${turn.host}:${turn.port}?transport=tcp
turn_shared_secret: ${turn.secret}
turn_user_lifetime: 1h
turn_allow_guests: false

# Thirty calls in a row are a test, not an attack.
rc_message: &unlimited { per_second: 10000, burst_count: 10000 }
rc_registration: *unlimited
rc_registration_token_validity: *unlimited
rc_login: { address: *unlimited, account: *unlimited, failed_attempts: *unlimited }
rc_admin_redaction: *unlimited
rc_joins: { local: *unlimited, remote: *unlimited }
rc_joins_per_room: *unlimited
rc_3pid_validation: *unlimited
rc_invites: { per_room: *unlimited, per_user: *unlimited, per_issuer: *unlimited }
rc_delayed_event_mgmt: *unlimited
rc_presence: { per_user: *unlimited }
rc_room_creation: *unlimited
rc_key_requests: *unlimited
`;

/** Both places where clients look: the endpoint of MSC4143, and `.well-known`. */
const rtcTransports = (tokenService: string) => `
matrix_rtc: { transports: [{ type: livekit, livekit_service_url: "${tokenService}" }] }
extra_well_known_client_content:
  org.matrix.msc4143.rtc_foci: [{ type: livekit, livekit_service_url: "${tokenService}" }]
`;

export const logConfiguration = `
version: 1
disable_existing_loggers: false
formatters: { line: { format: '%(asctime)s %(name)s %(levelname)s %(message)s' } }
handlers: { console: { class: logging.StreamHandler, formatter: line } }
root: { level: WARNING, handlers: [console] }
`;
