import * as matrix from '../../src/runtime/providers/matrix/index.ts';
import { KioskPage } from './kiosk-page.ts';

Object.assign(globalThis, { kiosk: new KioskPage(matrix) });
