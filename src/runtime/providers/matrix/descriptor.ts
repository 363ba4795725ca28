import type { FormField, ProviderDescriptor } from '../provider.ts';
import { MATRIX_RTC, TOKEN_SERVICE } from './options.ts';

const homeserver: FormField = {
  name: 'homeserver',
  type: 'url',
  label: 'Homeserver',
  help: 'May stay empty if the user name is complete, like @anna:example.org.',
  required: false,
  autocomplete: 'url',
  placeholder: 'https://matrix.example.org',
};

/** All that the page knows of Matrix until somebody has a Matrix account; keep the SDK out of here. */
export const matrixDescriptor: ProviderDescriptor = {
  protocol: 'matrix',
  name: 'Matrix',
  accountForm: {
    variants: [
      {
        id: 'password',
        label: 'Password',
        fields: [
          {
            name: 'user',
            type: 'text',
            label: 'User name',
            required: true,
            autocomplete: 'username',
            placeholder: '@kitchen:example.org',
          },
          { name: 'password', type: 'password', label: 'Password', required: true, autocomplete: 'current-password' },
          homeserver,
        ],
      },
      {
        id: 'device',
        label: 'Phone or computer',
        fields: [{ ...homeserver, help: 'The server of the account, like matrix.org.', required: true }],
      },
      {
        id: 'token',
        label: 'Login token',
        fields: [
          {
            ...homeserver,
            help: 'The address of the server that gave the token.',
            required: true,
          },
          {
            name: 'token',
            type: 'password',
            label: 'Login token',
            help: 'A token for one sign-in, as another device or the administrator of the server can make it.',
            required: true,
            autocomplete: 'one-time-code',
          },
        ],
      },
    ],
  },
  options: [
    {
      ...MATRIX_RTC,
      type: 'switch',
      label: 'Calls with Element X and Element Call',
    },
    {
      name: TOKEN_SERVICE,
      type: 'url',
      label: 'Token service of the SFU',
      placeholder: 'https://livekit-jwt.example.org',
    },
  ],
  load: () => import('./index.ts'),
};
