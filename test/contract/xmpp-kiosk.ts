import * as xmpp from '../../src/runtime/providers/xmpp/index.ts';
import { KioskPage } from './kiosk-page.ts';

Object.assign(globalThis, { kiosk: new KioskPage(xmpp) });
