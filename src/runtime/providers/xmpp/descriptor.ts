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
            placeholder: 'kitchen@example.org',
          },
          { name: 'password', type: 'password', label: 'Password', required: true, autocomplete: 'current-password' },
          {
            name: 'websocket',
            type: 'url',
            label: 'WebSocket address',
            help:
              'May stay empty if the server tells it (host-meta, XEP-0156). Otherwise its administrator knows it; on ' +
              'Prosody and ejabberd it often is wss://example.org:5281/xmpp-websocket or wss://example.org:5443/ws. ' +
              'Its certificate has to be one that this browser trusts.',
            required: false,
            autocomplete: 'url',
            placeholder: 'wss://example.org/xmpp-websocket',
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
