import { expect } from '@open-wc/testing';
import {
  mergeMetadata,
  readMetadata,
  writeMetadata,
} from '../../../../../../src/runtime/providers/matrix/calls/metadata.ts';

describe('stream metadata', () => {
  it('reads back what it writes, under both names', () => {
    const written = writeMetadata('s', { audio: true, video: false });
    for (const key of ['sdp_stream_metadata', 'org.matrix.msc3077.sdp_stream_metadata'])
      expect([...(readMetadata({ [key]: written[key] }) ?? [])]).to.deep.equal([
        ['s', { purpose: 'm.usermedia', audioMuted: true, videoMuted: false }],
      ]);
  });

  it('is null where the peer says nothing, and takes nonsense for nothing said', () => {
    for (const content of [{}, { sdp_stream_metadata: 7 }, { sdp_stream_metadata: [] }, { sdp_stream_metadata: null }])
      expect(readMetadata(content)).to.equal(null);
    const odd = readMetadata({
      sdp_stream_metadata: { a: 7, b: { purpose: 7, audio_muted: 'yes' }, c: { purpose: 'm.screenshare' } },
    });
    expect([...(odd ?? [])]).to.deep.equal([
      ['b', { purpose: 'm.usermedia', audioMuted: false, videoMuted: false }],
      ['c', { purpose: 'm.screenshare', audioMuted: false, videoMuted: false }],
    ]);
  });

  it('keeps what a change leaves out', () => {
    const known = readMetadata(writeMetadata('a', { audio: false, video: false }));
    expect(mergeMetadata(known, null)).to.equal(known);
    const merged = mergeMetadata(known, readMetadata(writeMetadata('b', { audio: true, video: true })));
    expect([...(merged?.keys() ?? [])]).to.deep.equal(['a', 'b']);
  });
});
