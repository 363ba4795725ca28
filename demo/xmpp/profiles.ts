import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from 'stanza';
import { avatar } from '../matrix/avatar.ts';
import { domain, websocketUrl } from './configuration.ts';
import { kiosk, people, type XmppPerson } from './people.ts';

/** Milliseconds: while a house starts, everything on a small machine is slow. */
const patience = 30_000;
const avatarMetadata = 'urn:xmpp:avatar:metadata';

/**
 * Gives everybody a name (XEP-0054) and a picture (XEP-0084), once. From these the server makes the profiles of other
 * kinds: vCard4 (XEP-0292), the vCard's picture and its hash in presence (XEP-0153).
 */
export async function publishProfiles(folder: string): Promise<void> {
  const done = join(folder, 'profiles-are-published');
  if (existsSync(done)) return;
  await Promise.all([kiosk, ...people].map(publishProfile));
  writeFileSync(done, '');
}

async function publishProfile({ jid, password, name, colour }: XmppPerson): Promise<void> {
  const client = createClient({
    jid,
    password,
    server: domain,
    resource: 'setup',
    transports: { websocket: websocketUrl, bosh: false },
    timeout: patience / 1000,
    autoReconnect: false,
    useStreamManagement: false,
  });
  try {
    await signedIn(client, jid);
    await client.publishVCard({ fullName: name, records: [{ type: 'nickname', value: name }] });
    const picture = Buffer.from(avatar(colour));
    const id = createHash('sha1').update(picture).digest('hex');
    await client.publishAvatar(id, picture);
    // Under the picture's own id, unlike the client's `useAvatars`: the server puts it into presence (XEP-0153).
    const versions = [{ id, bytes: picture.length, mediaType: 'image/png' }];
    await client.publish('', avatarMetadata, { itemType: avatarMetadata, versions }, id);
  } catch (error) {
    throw error instanceof Error ? error : new Error(`${jid}: ${condition(error)}`);
  } finally {
    client.disconnect();
  }
}

/** Without presence: nobody sees that somebody was here. */
async function signedIn(client: ReturnType<typeof createClient>, jid: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const late = setTimeout(() => reject(new Error(`${jid} was not signed in within ${patience / 1000} s`)), patience);
  client.on('session:started', () => resolve());
  client.on('auth:failed', () => reject(new Error(`${jid} was refused by the server`)));
  client.on('disconnected', () => reject(new Error(`${jid} lost its connection`)));
  client.connect();
  await promise.finally(() => clearTimeout(late));
}

/** A request that fails is rejected with the answer's stanza. */
function condition(answer: unknown): string {
  return (answer as { error?: { condition?: string } }).error?.condition ?? 'the profile was refused';
}
