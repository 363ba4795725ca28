import { expect } from '@open-wc/testing';
import {
  MAX_SDP,
  candidates,
  description,
  identity,
  invite,
  lifetime,
  offeredKinds,
  signalType,
} from '../../../../../../src/runtime/providers/matrix/calls/contents.ts';

const sdp = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=sendrecv\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=sendrecv\r\n';

describe('signalType', () => {
  it('knows the messages of a call by stable and unstable names, and nothing else', () => {
    expect(signalType('m.call.invite')).to.equal('m.call.invite');
    expect(signalType('org.matrix.call.sdp_stream_metadata_changed')).to.equal('m.call.sdp_stream_metadata_changed');
    for (const type of ['m.call', 'm.call.member', 'm.call.asserted_identity', 'm.room.message', 'toString'])
      expect(signalType(type)).to.equal(null);
  });
});

describe('identity', () => {
  it('reads version 1, and version 0 without a party', () => {
    expect(identity({ call_id: 'a', party_id: 'P', version: '1' })).to.deep.equal({
      callId: 'a',
      partyId: 'P',
      legacy: false,
    });
    expect(identity({ call_id: 'a', party_id: 'P', version: 0 })).to.deep.equal({
      callId: 'a',
      partyId: null,
      legacy: true,
    });
    expect(identity({ call_id: 'a', party_id: 7, version: '1' })?.partyId).to.equal(null);
  });

  it('refuses what names no call, and group calls', () => {
    for (const content of [
      {},
      { call_id: 7 },
      { call_id: '' },
      { call_id: 'x'.repeat(256) },
      { call_id: 'a', conf_id: 'g' },
    ])
      expect(identity(content)).to.equal(null);
  });
});

describe('invite', () => {
  it('reads what is offered', () => {
    expect(invite({ offer: { type: 'offer', sdp } })).to.deep.equal({
      offer: { type: 'offer', sdp },
      offered: { audio: true, video: true },
    });
  });

  it('does without a type, as version 1 may', () => {
    expect(invite({ offer: { sdp } })?.offer.type).to.equal('offer');
  });

  const broken: [string, unknown][] = [
    ['no offer', undefined],
    ['a text', sdp],
    ['a list', [sdp]],
    ['an answer', { type: 'answer', sdp }],
    ['a number for SDP', { type: 'offer', sdp: 7 }],
    ['no SDP', { type: 'offer' }],
    ['not SDP', { type: 'offer', sdp: 'hello' }],
    ['no media', { type: 'offer', sdp: 'v=0\r\n' }],
    ['only data', { type: 'offer', sdp: 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n' }],
    ['huge SDP', { type: 'offer', sdp: sdp + 'a=x\r\n'.repeat(MAX_SDP / 5) }],
  ];
  for (const [name, offer] of broken) {
    it(`refuses ${name}`, () => {
      expect(invite({ offer })).to.equal(null);
    });
  }
});

describe('offeredKinds', () => {
  it('leaves out what is refused or only received', () => {
    const section = (kind: string, port: number, direction: string) => `m=${kind} ${port} X 1\r\na=${direction}\r\n`;
    const offer = (...sections: string[]) => offeredKinds(`v=0\r\n${sections.join('')}`);
    expect(offer(section('audio', 9, 'sendrecv'), section('video', 0, 'sendrecv'))).to.deep.equal({
      audio: true,
      video: false,
    });
    expect(offer(section('audio', 9, 'sendonly'), section('video', 9, 'recvonly'))).to.deep.equal({
      audio: true,
      video: false,
    });
    expect(offer(section('audio', 9, 'inactive'), section('video', 9, 'sendonly'))).to.deep.equal({
      audio: false,
      video: true,
    });
  });
});

describe('lifetime', () => {
  it('keeps to what makes sense', () => {
    expect(lifetime({ lifetime: 30_000 })).to.equal(30_000);
    expect(lifetime({ lifetime: 1 })).to.equal(5_000);
    expect(lifetime({ lifetime: 1e12 })).to.equal(120_000);
    for (const value of [undefined, null, '60', Number.NaN]) expect(lifetime({ lifetime: value })).to.equal(60_000);
  });
});

describe('description', () => {
  it('takes only the types that are expected', () => {
    expect(description({ type: 'rollback', sdp }, ['offer', 'answer'])).to.equal(null);
    expect(description({ type: 'answer', sdp }, ['offer', 'answer'])).to.deep.equal({ type: 'answer', sdp });
  });
});

describe('candidates', () => {
  it('keeps those that can be one, and leaves out the rest', () => {
    const good = { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0 };
    const given = [good, { candidate: '' }, { candidate: 'candidate:2' }, 7, null, { candidate: 7, sdpMid: '0' }];
    expect(candidates({ candidates: given })).to.deep.equal([good]);
    expect(candidates({ candidates: [{ candidate: 'candidate:3', sdpMLineIndex: 1.5, sdpMid: 'v' }] })).to.deep.equal([
      { candidate: 'candidate:3', sdpMid: 'v', sdpMLineIndex: null },
    ]);
    expect(candidates({ candidates: 'all' })).to.deep.equal([]);
    expect(candidates({ candidates: Array.from({ length: 600 }, () => good) })).to.have.length(500);
  });
});
