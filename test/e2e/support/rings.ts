import { waitFor } from '../../../demo/wait.ts';
import type { Stack } from '../../../demo/stack.ts';
import type { House } from './house.ts';
import type { Kiosk } from './kiosk.ts';

/** Writes a ring as a script does, as the ordinary user. */
export async function ring(kiosk: Kiosk, value: unknown, station = 'kitchen'): Promise<void> {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  await kiosk.service('input_text', 'set_value', { entity_id: `input_text.call_assist_${station}_ring`, value: text });
}

/** Home Assistant's own Assist on the page: whether it is open, and with which pipeline. */
export function assistOn(kiosk: Kiosk): Promise<{ readonly open: boolean; readonly pipeline: string | null }> {
  return kiosk.page.evaluate(() => {
    const app = document.querySelector('home-assistant');
    const dialog = app?.shadowRoot?.querySelector('ha-voice-command-dialog');
    const open = dialog?.shadowRoot?.querySelector('ha-dialog')?.hasAttribute('open') ?? false;
    // Home Assistant's own name for it.
    const held = dialog as { readonly [name: string]: unknown } | null | undefined;
    return { open, pipeline: (held?.['_pipelineId'] as string | undefined) ?? null };
  });
}

/** Assist opens, and is closed again. @returns its pipeline */
export async function assistOpens(kiosk: Kiosk, timeout = 15_000): Promise<string | null> {
  await kiosk.until('Assist to be open', async () => (await assistOn(kiosk)).open, timeout);
  const { pipeline } = await assistOn(kiosk);
  await kiosk.page.keyboard.press('Escape');
  await kiosk.until('Assist to be closed', async () => !(await assistOn(kiosk)).open);
  return pipeline;
}

/** A pipeline that only reads and writes, so that nothing else is needed. @returns its id */
export async function makePipeline(home: Pick<House, 'adminCommand'>, name: string): Promise<string> {
  const made = await home.adminCommand('assist_pipeline/pipeline/create', {
    name,
    language: 'en',
    conversation_engine: 'conversation.home_assistant',
    conversation_language: 'en',
    stt_engine: null,
    stt_language: null,
    tts_engine: null,
    tts_language: null,
    tts_voice: null,
    wake_word_entity: null,
    wake_word_id: null,
  });
  return (made as { readonly id: string }).id;
}

/** A script that turns a helper of its own on. @returns the helper's entity id */
export async function makeScript(home: Pick<House, 'adminCommand'>, stack: Stack, id: string): Promise<string> {
  const helper = (await home.adminCommand('input_boolean/create', { name: `${id} ran` })) as { readonly id: string };
  const entity = `input_boolean.${helper.id}`;
  const sequence = [{ action: 'input_boolean.turn_on', target: { entity_id: entity } }];
  await stack.haRest(`/api/config/script/config/${id}`, {
    token: stack.endpoints.homeAssistant.admin.token,
    body: { alias: id.replaceAll('_', ' '), sequence },
  });
  await waitFor(
    `script.${id}`,
    () =>
      stack.haRest(`/api/states/script.${id}`).then(
        () => true,
        () => false,
      ),
    { timeout: 15_000 },
  );
  return entity;
}

/** What Home Assistant says an entity is. */
export async function stateOf(stack: Stack, entity: string): Promise<string> {
  return ((await stack.haRest(`/api/states/${entity}`)) as { readonly state: string }).state;
}

/** Speech through a door is far above it; nothing said is 0. */
const AUDIBLE = 500;

/** The door's loudspeaker speaks. */
export async function doorSpeaks({ loudspeaker }: Stack): Promise<void> {
  const since = Date.now();
  await waitFor(
    'sound with energy out of the door',
    async () => loudspeaker.heard.some(({ at, loudness }) => at > since && loudness > AUDIBLE),
    { timeout: 15_000, interval: 100 },
  ).catch((error: Error) => {
    throw new Error(
      `${error.message}; talkers ${loudspeaker.talkers}, heard ${JSON.stringify(loudspeaker.heard.slice(-5))}`,
    );
  });
}

/** For a second, nothing comes out of the door. */
export async function doorIsSilent({ loudspeaker }: Stack): Promise<void> {
  let since = Date.now();
  await waitFor(
    'a second without a sound out of the door',
    async () => {
      const last = loudspeaker.heard.findLast(({ loudness }) => loudness > AUDIBLE);
      since = Math.max(since, last?.at ?? 0);
      return Date.now() - since > 1_000;
    },
    { timeout: 15_000, interval: 100 },
  );
}
