import type { Icon } from './draw.ts';

export { alert, icon, video, type Icon } from './draw.ts';

export const phone: Icon = [
  'M6.3 3.4 9 3.1c.7 0 1.2.4 1.4 1l.9 3c.1.6 0 1.1-.4 1.5L9.3 10c1.1 2 2.7 3.6 4.7 4.7l1.4-1.6c.4-.4.9-.6 1.5-.4l3 .9c.6.2 1 .7 1 1.4l-.3 2.7c-.2 1.6-1.4 2.8-3 2.7C9.9 20 4 14.1 3.6 6.4 3.5 4.8 4.7 3.6 6.3 3.4z',
  '',
];
export const search: Icon = ['', 'M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 1 1 13 0zM15.5 15.5l5 5'];
export const more: Icon = [
  'M7 12a2 2 0 1 1-4 0 2 2 0 1 1 4 0zM14 12a2 2 0 1 1-4 0 2 2 0 1 1 4 0zM21 12a2 2 0 1 1-4 0 2 2 0 1 1 4 0z',
  '',
];
export const close: Icon = ['', 'm6 6 12 12M18 6 6 18'];
export const sound: Icon = [
  'M3 9.5v5c0 .5.4 1 1 1h2.8l4 3.4c.5.4 1.2.1 1.2-.6V5.7c0-.7-.7-1-1.2-.6l-4 3.4H4c-.6 0-1 .5-1 1z',
  'M15.5 9a4.2 4.2 0 0 1 0 6M18.3 6.2a8.2 8.2 0 0 1 0 11.6',
];
export const person: Icon = [
  'M16.5 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 1 1 9 0zM3.5 20.5c0-4.5 3.7-7 8.5-7s8.5 2.5 8.5 7z',
  '',
];
