import { Scope } from '../../../../../../../src/runtime/platform/scope.ts';
import type { AccountStatus } from '../../../../../../../src/runtime/providers/provider.ts';
import { element, type XmlElement } from '../../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import { createWire, type LiveWire } from '../../../../../../../src/runtime/providers/xmpp/stream/index.ts';
import { fakePlatform, type FakePlatform } from '../../../../../support/fake-platform.ts';
import { FakeServer } from './fake-server.ts';

export interface Story {
  readonly server: FakeServer;
  readonly wire: LiveWire;
  readonly platform: FakePlatform;
  readonly scope: Scope;
  readonly messages: XmlElement[];
  /** Of each stream that began: whether it was resumed. */
  readonly streams: boolean[];
  readonly statuses: AccountStatus[];
}

/** A wire on its way to a fake server. */
export function beginStory(server = new FakeServer()): Story {
  const platform = fakePlatform();
  const scope = new Scope((error) => {
    throw error;
  });
  const wire = createWire({
    jid: 'anna@example.org',
    resource: 'kitchen',
    websocket: 'wss://example.org/xmpp',
    credentials: { username: 'anna', password: 'secret' },
    platform,
    scope,
    openSocket: server.open,
  });
  const story: Story = { server, wire, platform, scope, messages: [], streams: [], statuses: [] };
  wire.onMessage((stanza) => story.messages.push(stanza));
  wire.onStream(({ resumed }) => story.streams.push(resumed));
  wire.status.subscribe((status) => story.statuses.push(status));
  return story;
}

export function message(id: string, attributes: Readonly<Record<string, string>> = {}): XmlElement {
  const body = element('jabber:client', 'body', {}, [id]);
  return element('jabber:client', 'message', { id, to: 'ben@example.org', ...attributes }, [body]);
}
