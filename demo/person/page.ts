import { watchConnections } from './connections.ts';
import { Person } from './person.ts';
import { installFakeDevices } from './picture.ts';

declare global {
  interface Window {
    /** For tests, and for the curious at the console. */
    person: Person;
  }
}

interface People {
  readonly baseUrl: string;
  readonly kiosk: { readonly userId: string };
  readonly people: readonly { readonly userId: string; readonly password: string; readonly name: string }[];
}

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const log = element<HTMLPreElement>('log');

watchConnections();
const person = new Person(element<HTMLVideoElement>('remote'), installFakeDevices(), (what) => {
  say(what);
  show();
});
window.person = person;
addEventListener('pagehide', () => void person.close()); // so that no forgotten device rings

const { baseUrl, kiosk, people } = (await (await fetch('/people.json')).json()) as People;
const select = element<HTMLSelectElement>('who');
for (const { name, userId } of people) select.add(new Option(name, userId));

onClick('sign-in', async () => {
  const chosen = people.find(({ userId }) => userId === select.value)!;
  const forceTurn = element<HTMLInputElement>('relay').checked;
  await person.signIn({ baseUrl, user: chosen.userId, password: chosen.password, forceTurn });
});
onClick('call-video', () => person.call({ userId: kiosk.userId, video: true }));
onClick('call-voice', () => person.call({ userId: kiosk.userId, video: false }));
onClick('answer', () => person.answer({ video: true }));
onClick('reject', () => person.reject());
onClick('hang-up', () => person.hangUp());
show();

function onClick(id: string, work: () => void | Promise<void>): void {
  element(id).addEventListener('click', async () => {
    try {
      await work();
    } catch (error) {
      say(`error: ${(error as Error).message}`);
    }
    show();
  });
}

/** Offers what can be done now, and nothing else. */
function show(): void {
  const { state } = person;
  const isSignedIn = person.userId !== null;
  element('state').textContent = isSignedIn ? state : 'signed out';
  for (const id of ['call-video', 'call-voice'])
    element<HTMLButtonElement>(id).disabled = !isSignedIn || state !== 'idle';
  for (const id of ['answer', 'reject']) element<HTMLButtonElement>(id).disabled = state !== 'ringing';
  element<HTMLButtonElement>('hang-up').disabled = state === 'idle' || state === 'ringing';
}

function say(what: string): void {
  log.prepend(`${new Date().toISOString().slice(11, 23)}  ${what}\n`);
}
