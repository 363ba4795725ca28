/** What signing in and setting up this device say. */
export const setup = {
  'setup.account': 'Where are your people?',
  'setup.again': 'Sign in again',
  'setup.way': 'How to sign in',
  'setup.network': 'Network',
  'setup.working': 'Signing in…',
  'setup.needed': 'This is needed.',
  'setup.bad_address': 'An address looks like name@server.org or @name:server.org.',
  'setup.server_not_found': 'We could not find this server.',
  'setup.server_not_secure': 'This server has no HTTPS. A secure page cannot use it.',
  'setup.no_websocket':
    'This server does not tell where browsers can reach it. Ask its administrator for the WebSocket address, or to announce it (XEP-0156, host-meta).',
  'setup.no_connection':
    'There is no connection to this address. The server is down, something blocks it, or this browser does not trust its certificate.',
  'setup.insecure_page': 'This page is not secure, so the browser cannot sign in. Open Home Assistant by HTTPS.',
  'setup.server_error': 'The server has a problem. Try again in a few minutes.',
  'setup.wrong_password': 'The server did not accept this password.',
  'setup.bad_token': 'The server did not accept this token. Tokens work once and not for long.',
  'setup.rate_limited': 'The server asks us to wait {s} seconds.',
  'setup.not_offered': 'This server does not offer this way to sign in.',
  'setup.network_down': 'The server cannot be reached. Is this device online?',
  'setup.cancelled': 'Signing in was stopped.',
} as const;
