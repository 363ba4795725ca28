import type { FormField, ProviderDescriptor } from '../provider.ts';
import { MATRIX_RTC, TOKEN_SERVICE } from './options.ts';

const homeserver: FormField = {
  name: 'homeserver',
  type: 'url',
  label: 'Homeserver',
  required: false,
  autocomplete: 'url',
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
          },
          { name: 'password', type: 'password', label: 'Password', required: true, autocomplete: 'current-password' },
          homeserver,
        ],
      },
      {
        id: 'device',
        label: 'Phone or computer',
        fields: [{ ...homeserver, required: true }],
      },
      {
        id: 'token',
        label: 'Login token',
        fields: [
          { ...homeserver, required: true },
          {
            name: 'token',
            type: 'password',
            label: 'Login token',
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
