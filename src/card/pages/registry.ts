import type { CallAssist } from '../../runtime/api.ts';
import { loadChunk } from '../chunk.ts';
import type { Icon } from '../components/icons.ts';
import { person } from '../components/icons.ts';
import type { Key, PagesKey } from '../localize/keys.ts';
import { clock, pulse, sliders } from './icons.ts';
import type { PageView } from './view.ts';

/** What a page is to the dialog around it. */
export interface Content extends HTMLElement {
  callAssist: CallAssist;
  detail: string | null;
  /** One of the page's actions in the head was touched. */
  act?(action: string): void;
}

interface Page {
  readonly tag: string;
  /** Pages are chunks of their own. */
  readonly load: () => Promise<CustomElementConstructor>;
  readonly title: (detail: string | null) => Key;
  readonly actions?: readonly { readonly action: string; readonly word: PagesKey; readonly look: string }[];
}

export const PAGES: Readonly<Record<PageView, Page>> = {
  'sign-in': {
    tag: 'ca-sign-in',
    load: async () => (await import('./sign-in.ts')).CaSignIn,
    title: (again) => (again ? 'setup.again' : 'setup.account'),
  },
  setup: {
    tag: 'ca-setup',
    load: async () => (await import('./setup/setup.ts')).CaSetup,
    title: () => 'card.setup',
  },
  history: {
    tag: 'ca-history',
    load: async () => (await import('./history/history.ts')).CaHistory,
    title: () => 'page.history',
    actions: [{ action: 'delete-all', word: 'hist.delete_all', look: 'edge' }],
  },
  contact: {
    tag: 'ca-contact',
    load: async () => (await import('./contact/contact.ts')).CaContact,
    title: (who) => (who ? 'con.title' : 'page.people'),
  },
  settings: {
    tag: 'ca-settings',
    load: async () => (await import('./settings/settings.ts')).CaSettings,
    title: () => 'page.settings',
  },
  diagnostics: {
    tag: 'ca-diagnostics',
    load: async () => (await import('./diagnostics/diagnostics.ts')).CaDiagnostics,
    title: () => 'page.diagnostics',
    actions: [{ action: 'copy-report', word: 'diag.copy', look: 'solid' }],
  },
};

/** The pages that stand beside each other. */
export const TABS: readonly { readonly view: PageView; readonly word: PagesKey; readonly drawing: Icon }[] = [
  { view: 'history', word: 'page.history', drawing: clock },
  { view: 'contact', word: 'page.people', drawing: person },
  { view: 'settings', word: 'page.settings', drawing: sliders },
  { view: 'diagnostics', word: 'page.diagnostics', drawing: pulse },
];

/** A page, ready to be shown; null when its code cannot be had. */
export async function makePage(view: PageView, callAssist: CallAssist, detail: string | null): Promise<Content | null> {
  const { tag, load } = PAGES[view];
  const element = await loadChunk(`page-${view}`, load);
  if (!element) return null;
  if (!customElements.get(tag)) customElements.define(tag, element);
  const content = document.createElement(tag) as Content;
  // `again` is how signing in takes its account.
  return Object.assign(content, { callAssist, detail, ...(view === 'sign-in' && { again: detail }) });
}
