import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ports } from '../ports.ts';
import { cameras } from '../services/cameras.ts';
import { secureUrl } from '../tv/https.ts';
import { writeCastEntry } from './cast-entry.ts';
import { writePlayerEntry } from './player-entry.ts';

export const homeAssistantUrl = `http://127.0.0.1:${ports.homeAssistant}`;

/**
 * Writes Home Assistant's configuration into its folder. What Home Assistant keeps itself (users, dashboards,
 * helpers, automations) is left as it is.
 * @param extraModuleUrl address of a module that every panel loads, or undefined
 */
export function writeConfiguration(folder: string, extraModuleUrl: string | undefined): void {
  mkdirSync(join(folder, '.storage'), { recursive: true });
  mkdirSync(join(folder, 'www'), { recursive: true }); // /local/ exists only if this does when it starts
  const integrations = 'custom_components';
  cpSync(join(import.meta.dirname, integrations), join(folder, integrations), { recursive: true });
  writeFileSync(join(folder, 'configuration.yaml'), configuration(extraModuleUrl));
  writeOnce(join(folder, 'automations.yaml'), '[]\n');
  writeOnce(join(folder, 'scripts.yaml'), '{}\n');
  // Where it listens is not YAML's any more: taken from there, it would be a trial that is reverted in 5 minutes.
  writeOnce(join(folder, '.storage', 'http'), JSON.stringify(httpStorage, null, 2));
  writeCastEntry(folder);
  writePlayerEntry(folder);
}

const configuration = (extraModuleUrl: string | undefined) => `
homeassistant:
  name: Home
  unit_system: metric
  time_zone: Europe/Berlin
  country: DE
  language: en
  latitude: 52.5
  longitude: 13.4
  elevation: 30
  internal_url: "${homeAssistantUrl}"
  # Views are cast over HTTPS only.
  external_url: "${secureUrl}"

frontend:${extraModuleUrl === undefined ? '' : `\n  extra_module_url:\n    - ${extraModuleUrl}`}

# default_config without what looks for devices or asks the internet
config:
conversation:
assist_pipeline:
energy:
history:
logbook:
media_source:
mobile_app:
my:
schedule:
sun:
webhook:

# Players, and what wakes a tablet
house:

# A helper that carries call set-up between two of our pages is nobody's history.
recorder:
  exclude:
    entity_globs: input_text.call_assist_*_link

automation: !include automations.yaml
script: !include scripts.yaml

stream:
  ll_hls: true
ffmpeg:
go2rtc:
  url: http://127.0.0.1:${ports.go2rtc}
# Else it hands out public servers, whose names take seconds to fail without internet.
web_rtc:
  ice_servers:
    - url: stun:127.0.0.1:${ports.turn}

camera:
${cameras.map(({ name, url }) => `  - platform: ffmpeg\n    name: ${name}\n    input: ${url}`).join('\n')}

logger:
  default: warning
  logs:
    homeassistant.bootstrap: info
`;

const httpStorage = {
  version: 3,
  minor_version: 1,
  key: 'http',
  data: {
    stable: {
      server_port: ports.homeAssistant,
      server_host: ['127.0.0.1'],
      cors_allowed_origins: ['https://cast.home-assistant.io'],
      login_attempts_threshold: -1,
      ip_ban_enabled: false,
      ssl_profile: 'intermediate_v6',
      use_x_frame_options: true,
      created_at: '2026-01-01T00:00:00+00:00',
      error: null,
      error_message: null,
    },
    pending: null,
    yaml_migration_done: true,
  },
};

function writeOnce(file: string, text: string): void {
  if (!existsSync(file)) writeFileSync(file, text);
}
