/** What a card says before there is an account. It is what every page loads, so it is short. Keys are stable, every language has exactly these. */
export const card = {
  'card.starting': 'Starting…',
  'card.setup': 'Set up this device',
  'card.setup_lead': 'Make this tablet a phone',
  'card.setup_text': 'Call the people you love from this screen. It takes a few minutes.',
  'card.other_tab': 'Calls are open in another tab',
  'card.other_tab_text': 'One tab of this device has the calls.',
  'card.use_here': 'Use here',
  'card.insecure': 'This page is not secure',
  'card.insecure_text':
    'Browsers give microphone and camera only to HTTPS pages. Open Home Assistant by HTTPS: with Home Assistant Cloud, with a reverse proxy, or with a certificate of your own.',
  'card.stopped': 'Calls have stopped on this page',
  'card.reload': 'Load again',
  'card.broken': 'A part of Call Assist is missing',
  'card.broken_text': 'An update may have replaced it. Load the page again when your call is over.',
  'card.settings': 'Settings of this device',
} as const;
