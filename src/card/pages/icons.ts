import type { Icon } from '../components/icons.ts';

export const back: Icon = ['', 'M20 12H5M11 5.5 4.5 12l6.5 6.5'];
export const play: Icon = ['M7 4.5v15c0 .8.9 1.3 1.5.8l11.5-7.5c.6-.4.6-1.2 0-1.6L8.5 3.7C7.9 3.2 7 3.7 7 4.5z', ''];
export const came: Icon = ['', 'M18.5 5.5 6 18M6 9v9h9'];
export const went: Icon = ['', 'M5.5 18.5 18 6M9 6h9v9'];
export const missedCall: Icon = [
  'M7 6.5 9.4 6.2c.6 0 1 .4 1.2.9l.8 2.6c.1.5 0 1-.4 1.3L9.7 12.3c1 1.8 2.4 3.2 4.1 4.1l1.3-1.4c.3-.3.8-.5 1.3-.3l2.6.8c.5.2.9.6.9 1.2l-.3 2.4c-.2 1.4-1.2 2.4-2.6 2.3C10.2 20.9 5 15.7 4.7 9.1 4.6 7.7 5.6 6.7 7 6.5z',
  'm15 2.5 5.5 5.5M20.5 2.5 15 8',
];
export const check: Icon = ['', 'm5 12.5 4.7 4.7L19 7.5'];
export const minus: Icon = ['', 'M6 12h12'];
export const clock: Icon = ['', 'M21 12a9 9 0 1 1-18 0 9 9 0 1 1 18 0zM12 7v5.5l3.5 2'];
export const sliders: Icon = ['', 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5'];
export const pulse: Icon = ['', 'M3 12.5h4l2.5-7 5 13 2.5-6h4'];
export const star: Icon = [
  'm12 3.2 2.6 5.6 6.1.7c.6.1.8.8.4 1.2l-4.5 4.2 1.2 6c.1.6-.5 1-1 .7L12 18.6l-5.3 3c-.5.3-1.1-.1-1-.7l1.2-6-4.5-4.2c-.4-.4-.2-1.1.4-1.2l6.1-.7z',
  '',
];
export const lockIcon: Icon = [
  'M7.3 10h9.4a2.8 2.8 0 0 1 2.8 2.8v5.4a2.8 2.8 0 0 1-2.8 2.8H7.3a2.8 2.8 0 0 1-2.8-2.8v-5.4A2.8 2.8 0 0 1 7.3 10z',
  'M8 10V7.5a4 4 0 0 1 8 0V10',
];
