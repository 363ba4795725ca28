import { Eavesdropper } from './eavesdropper.ts';
import { ElementCallHost } from './host.ts';

declare global {
  interface Window {
    elementCall: ElementCallHost;
    eavesdropper: Eavesdropper;
  }
}

window.elementCall = new ElementCallHost();
window.eavesdropper = new Eavesdropper();
addEventListener('pagehide', () => void window.elementCall.close()); // so that no forgotten device rings
