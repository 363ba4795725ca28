/** What settings, history, people and diagnostics say. */
export const pages = {
  'set.name': 'Name of this call station',
  'set.camera': 'Camera',
  'set.camera_gone': '{camera} (not available)',
  'set.dial_anyone': 'Scripts may call addresses that are no contacts',
  'set.script_camera': 'An answer by script sends the camera',
  'set.accounts': 'Accounts',
  'set.add': 'Add an account',
  'set.sign_out': 'Sign out',
  'set.sign_out_sure': 'Sign out of {account}? Keys and access are deleted from this device.',
  'set.verify': 'Verify this device',
  'set.key': 'Recovery key',
  'set.key_help': 'It is used once and not stored.',
  'set.verified': 'This device is verified.',
  'set.not_verified': 'This recovery key does not fit the account.',
  'set.no_relay':
    'The server of this account offers no relay (TURN), so calls may only work inside your own network. Ask its administrator for one.',
  'set.wrong': 'This was not saved. Check the value and try again.',
} as const;
