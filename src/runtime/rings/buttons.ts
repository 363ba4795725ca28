import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { DoorRing } from './ring.ts';
import type { RingButton } from './view.ts';

interface Known {
  readonly script: string;
  readonly asks: boolean;
  state: RingButton['state'];
}

/** A door's buttons: scripts of Home Assistant, the opener first. Each runs once at a time. */
export class Buttons {
  readonly #homeAssistant: HomeAssistant;
  readonly #onChange: () => void;
  readonly #all: readonly Known[];

  constructor({ open, buttons }: DoorRing, homeAssistant: HomeAssistant, onChange: () => void) {
    this.#homeAssistant = homeAssistant;
    this.#onChange = onChange;
    const known = (script: string, asks: boolean): Known => ({ script, asks, state: 'idle' });
    this.#all = [...(open === null ? [] : [known(open, true)]), ...buttons.map((script) => known(script, false))];
  }

  /** Under the names that people gave to the scripts. */
  get views(): readonly RingButton[] {
    return this.#all.map(({ script, asks, state }) => ({ name: scriptName(this.#homeAssistant, script), asks, state }));
  }

  /** @returns whether the script ran; false also for a button that is not there, or runs now */
  async press(index: number): Promise<boolean> {
    const button = this.#all[index];
    if (!button || button.state === 'running') return false;
    this.#set(button, 'running');
    const ran = await runScript(this.#homeAssistant, button.script);
    this.#set(button, ran ? 'done' : 'failed');
    return ran;
  }

  #set(button: Known, state: RingButton['state']): void {
    button.state = state;
    this.#onChange();
  }
}

export function scriptName({ states }: Pick<HomeAssistant, 'states'>, script: string): string {
  const name = states.value[`script.${script}`]?.attributes['friendly_name'];
  return typeof name === 'string' && name ? name : script;
}

/** With the rights of this page's user. @returns whether it ran to its end */
export function runScript(homeAssistant: Pick<HomeAssistant, 'callService'>, script: string): Promise<boolean> {
  return homeAssistant.callService('script', script, {}).then(
    () => true,
    () => false,
  );
}
