import type { Icon } from '../../../components/icons.ts';

export const door: Icon = [
  'M15.5 12.5a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 1 1 2.4 0z',
  'M6 21V4.5C6 3.7 6.7 3 7.5 3h9c.8 0 1.5.7 1.5 1.5V21M3.5 21h17',
];
export const assist: Icon = [
  '',
  'M4 5h16a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 20 17h-8l-4.5 3.7V17H4a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 4 5zM8 11h.1M12 11h.1M16 11h.1',
];
