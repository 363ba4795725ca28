/** What the card's editor says. */
export const editor = {
  'config.name': 'Title',
  'config.name_help':
    'Shown on top. Empty: the name of the call station. Accounts, camera and microphone belong to each device and are set there.',
  'config.contacts': 'Who appears here',
  'config.contacts_help': 'Names or addresses. Empty: everybody.',
  'config.call_on_tap': 'A touch on a person',
  'config.call_on_tap_help': 'The two buttons always work.',
  'config.tap_ask': 'Does nothing',
  'config.tap_voice': 'Starts a voice call',
  'config.tap_video': 'Starts a video call',
  'config.presence': 'Show who is reachable',
  'config.search': 'Show the field to call an address',
} as const;
