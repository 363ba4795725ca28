import type { Icon } from '../components/draw.ts';

export const screen: Icon = [
  '',
  'M5 4.5h14a2.5 2.5 0 0 1 2.5 2.5v7.5A2.5 2.5 0 0 1 19 17H5a2.5 2.5 0 0 1-2.5-2.5V7A2.5 2.5 0 0 1 5 4.5zM8.5 20.5h7',
];
export const tablet: Icon = [
  '',
  'M5.3 4.5h13.4a2.8 2.8 0 0 1 2.8 2.8v9.4a2.8 2.8 0 0 1-2.8 2.8H5.3a2.8 2.8 0 0 1-2.8-2.8V7.3a2.8 2.8 0 0 1 2.8-2.8zM18.5 11v2',
];
export const door: Icon = ['', 'M5.5 20.5v-15a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v15M3.5 20.5h17M15 12v.5'];
export const person: Icon = [
  'M16.5 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 1 1 9 0zM3.5 20.5c0-4.5 3.7-7 8.5-7s8.5 2.5 8.5 7z',
  '',
];
