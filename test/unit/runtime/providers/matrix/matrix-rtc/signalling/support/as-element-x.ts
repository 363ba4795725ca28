/**
 * What Element X needs of our events to ring and to be in a call, as its Rust SDK reads them (ruma-events 2026-08-19,
 * matrix-rust-sdk 2026-08-21): a field that is missing or of another type there, and the whole event is not read.
 */
import { expect } from '@open-wc/testing';

type Fields = Readonly<Record<string, unknown>>;

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const fields = (value: unknown): Fields => {
  expect(value).to.be.an('object');
  return value as Fields;
};

/** `RtcNotificationEventContent`; what pushes it is the rule for who is mentioned. */
export function expectToRing(content: Fields, userId: string, membership: string): void {
  expect(isWhole(content['sender_ts']), 'sender_ts').to.equal(true);
  expect(isWhole(content['lifetime']) && Number(content['lifetime']) < 2 ** 32, 'lifetime').to.equal(true);
  expect(content['notification_type']).to.equal('ring');
  expect(content['m.call.intent']).to.be.oneOf(['audio', 'video']);
  expect(fields(content['m.mentions'])['user_ids']).to.deep.equal([userId]);
  expect(fields(content['m.mentions'])['room']).to.be.a('boolean');
  expect(content['m.relates_to']).to.deep.equal({ rel_type: 'm.reference', event_id: membership });
}

/** `CallMemberEventContent` in its form of one event for each device, and `CallMemberStateKey`. */
export function expectToBeMember(content: Fields, stateKey: string, userId: string, deviceId: string): void {
  expect(stateKey.replace(/^_/, '')).to.match(new RegExp(`^${userId}_${deviceId}`));
  expect([content['application'], content['call_id'], content['scope']]).to.deep.equal(['m.call', '', 'm.room']);
  expect(content['device_id']).to.equal(deviceId);
  expect(isWhole(content['expires']), 'expires').to.equal(true);
  expect(content['created_ts'] === undefined || isWhole(content['created_ts']), 'created_ts').to.equal(true);
  const active = fields(content['focus_active']);
  expect([active['type'], typeof active['focus_selection']]).to.deep.equal(['livekit', 'string']);
  const preferred = content['foci_preferred'] as readonly Fields[];
  expect(preferred).to.have.lengthOf.at.least(1);
  for (const focus of preferred) {
    expect(focus['type']).to.equal('livekit');
    expect(focus['livekit_alias']).to.be.a('string');
    expect(focus['livekit_service_url']).to.be.a('string');
  }
}
