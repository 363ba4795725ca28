import type { SetupTable } from '../keys.ts';

export const setup: SetupTable = {
  'setup.account': 'Wo sind deine Leute?',
  'setup.again': 'Neu anmelden',
  'setup.way': 'Wie anmelden',
  'setup.network': 'Netz',
  'setup.working': 'Meldet an…',
  'setup.needed': 'Das wird gebraucht.',
  'setup.bad_address': 'Eine Adresse sieht aus wie name@server.org oder @name:server.org.',
  'setup.server_not_found': 'Wir konnten diesen Server nicht finden.',
  'setup.server_not_secure': 'Dieser Server hat kein HTTPS. Eine sichere Seite kann ihn nicht benutzen.',
  'setup.no_websocket':
    'Dieser Server sagt nicht, wo Browser ihn erreichen. Frag seinen Betreiber nach der WebSocket-Adresse, oder bitte ihn, sie bekannt zu geben (XEP-0156, host-meta).',
  'setup.no_connection':
    'Unter dieser Adresse gibt es keine Verbindung. Der Server ist aus, etwas sperrt ihn, oder dieser Browser vertraut seinem Zertifikat nicht.',
  'setup.insecure_page':
    'Diese Seite ist nicht sicher, darum kann der Browser nicht anmelden. Öffne Home Assistant mit HTTPS.',
  'setup.server_error': 'Der Server hat ein Problem. Versuch es in ein paar Minuten noch einmal.',
  'setup.wrong_password': 'Der Server hat dieses Passwort nicht angenommen.',
  'setup.bad_token': 'Der Server hat diesen Code nicht angenommen. Codes gelten einmal und nicht lange.',
  'setup.rate_limited': 'Der Server bittet uns, {s} Sekunden zu warten.',
  'setup.not_offered': 'Dieser Server bietet diese Anmeldung nicht an.',
  'setup.network_down': 'Der Server ist nicht erreichbar. Ist dieses Gerät online?',
  'setup.cancelled': 'Die Anmeldung wurde abgebrochen.',
};
