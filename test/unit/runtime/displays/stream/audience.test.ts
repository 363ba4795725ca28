import { expect } from '@open-wc/testing';
import { type Audience, audienceState, look, nobody } from '../../../../../src/runtime/displays/stream/audience.ts';

/** What a server says: bytes sent to each that watches. */
const sent = (...bytes: number[]) => ({ published: true, watchers: bytes.map((each, id) => ({ id, bytes: each })) });

describe('who watches a stream', () => {
  const after = (...looks: readonly (readonly [number, ReturnType<typeof sent> | null])[]): Audience =>
    looks.reduce((audience, [now, report]) => look(audience, report, now), nobody(0));

  it('is nobody until something is sent', () => {
    expect(audienceState(after([400, sent()], [800, sent(0)]))).to.equal('nobody');
  });

  it('is somebody from the first bytes on, as long as more are sent', () => {
    const audience = after([400, sent(10)], [800, sent(20)], [1_200, sent(20)], [1_600, sent(30)]);
    expect([audienceState(audience), audience.since]).to.deep.equal(['watching', 400]);
  });

  it('is nobody when nothing is sent for a while, and somebody again when it goes on', () => {
    const quiet = after([400, sent(10)], [800, sent(10)], [3_000, sent(10)]);
    expect(audienceState(quiet)).to.equal('nobody');
    const again = look(quiet, sent(4), 5_000);
    expect([audienceState(again), again.since]).to.deep.equal(['watching', 5_000]);
  });

  it('is nobody when they have left', () => {
    expect(audienceState(after([400, sent(10)], [800, sent()], [3_000, sent()]))).to.equal('nobody');
  });

  it('is gone with the server: one answer may be lost, two may not', () => {
    expect(audienceState(after([400, sent(10)], [800, null]))).to.equal('watching');
    expect(audienceState(after([400, sent(10)], [800, null], [1_200, sent(20)], [1_600, null]))).to.equal('watching');
    expect(audienceState(after([400, sent(10)], [800, null], [1_200, null]))).to.equal('gone');
  });

  it('is gone when nothing is published any more: the server has begun anew', () => {
    const empty = { published: false, watchers: [] };
    expect(audienceState(after([400, sent(10)], [800, empty], [1_200, empty]))).to.equal('gone');
  });
});
