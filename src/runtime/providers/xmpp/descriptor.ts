import type { ProviderDescriptor } from '../provider.ts';

/** All that the page knows of XMPP until somebody has an XMPP account; keep the stream out of here. */
export const xmppDescriptor: ProviderDescriptor = {
  protocol: 'xmpp',
  name: 'XMPP',
  accountForm: {
    variants: [
      {
        id: 'password',
        label: 'Password',
        fields: [
          {
            name: 'jid',
            type: 'text',
            label: 'XMPP address',
            required: true,
            autocomplete: 'username',
          },
          { name: 'password', type: 'password', label: 'Password', required: true, autocomplete: 'current-password' },
          {
            name: 'websocket',
            type: 'url',
            label: 'WebSocket address',
            required: false,
            autocomplete: 'url',
          },
        ],
      },
    ],
  },
  options: [
    {
      type: 'switch',
      name: 'strangers',
      label: 'Ring for people who are no contacts',
      byDefault: false,
    },
    {
      type: 'switch',
      name: 'forceTURN',
      label: 'Only through the relay',
      byDefault: false,
    },
  ],
  load: () => import('./index.ts'),
};
