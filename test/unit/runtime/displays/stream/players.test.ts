import { expect } from '@open-wc/testing';
import type { EntityState } from '../../../../../src/runtime/home-assistant/home-assistant.ts';
import { withBitrates } from '../../../../../src/runtime/displays/stream/answer.ts';
import { HLS, MP4, MPEG_TS } from '../../../../../src/runtime/displays/stream/formats.ts';
import { canOpenStreams, formatFor } from '../../../../../src/runtime/displays/stream/players.ts';
import { oldStreams, streamName } from '../../../../../src/runtime/displays/stream/stream-name.ts';

const TV = 'media_player.bedroom_tv';
const entity = (state: string, attributes: EntityState['attributes']): EntityState => ({
  entity_id: TV,
  state,
  attributes,
  last_changed: '',
  last_updated: '',
  context: { id: '', user_id: null },
});

describe('which players can show a stream', () => {
  const why = (state: string, attributes: EntityState['attributes'], integration: string | null = 'vlc_telnet') => {
    const capability = canOpenStreams({ [TV]: entity(state, attributes) }, TV, integration);
    return capability.can || capability.why;
  };

  it('is those that open addresses', () => {
    for (const state of ['off', 'idle', 'playing', 'standby'])
      expect(why(state, { supported_features: 512 }), state).to.equal(true);
    expect(why('idle', { supported_features: 511 })).to.equal('no_player');
    expect(why('idle', { supported_features: '512' })).to.equal('no_player');
    expect(why('idle', {})).to.equal('no_player');
    expect(canOpenStreams({}, TV, 'vlc_telnet')).to.deep.equal({ can: false, why: 'no_entity' });
  });

  it('is none without a screen', () => {
    expect(why('idle', { supported_features: 512, device_class: 'speaker' })).to.equal('no_player');
    expect(why('idle', { supported_features: 512 }, 'sonos')).to.equal('no_player');
    expect(why('idle', { supported_features: 512 }, 'group')).to.equal('group');
    expect(why('idle', { supported_features: 512, device_class: 'tv' }, null)).to.equal(true);
  });

  it('is none that is away', () => {
    expect(why('unavailable', {})).to.equal('unavailable');
    expect(why('unknown', { supported_features: 512 })).to.equal('unavailable');
  });

  it('depends on whether it is to be heard what they are given', () => {
    expect(formatFor('vlc_telnet', false)).to.equal(MPEG_TS);
    expect(formatFor('vlc_telnet', true)).to.equal(MP4);
    expect(formatFor('dlna_dmr', true)).to.equal(MPEG_TS);
    expect([formatFor('cast', true), formatFor('cast', false), formatFor(null, true)]).to.deep.equal([HLS, HLS, HLS]);
  });
});

describe('the name of a stream', () => {
  const [NOW, id] = [1_795_000_000_000, '0123456789abcdef0123456789abcdef'];

  it('tells when it was made: those that are left over are known', () => {
    const [fresh, old] = [streamName(NOW - 60_000, id), streamName(NOW - 300_000, id)];
    expect(oldStreams([fresh, old, 'front_door'], NOW)).to.deep.equal([old]);
  });

  it('is not what somebody else has named', () => {
    const others = ['call-assist', 'call-assist-1-short', `call-assist-1-${id}-hd`, `my-call-assist-1-${id}`, ''];
    expect(oldStreams(others, NOW)).to.deep.equal([]);
  });
});

describe('the answer of a go2rtc', () => {
  it('lets the encoder begin with a large picture: H.264 alone', () => {
    const answer = [
      'a=rtpmap:102 H264/90000',
      'a=fmtp:102 packetization-mode=1',
      'a=rtpmap:111 opus/48000/2',
      'a=fmtp:111 minptime=10',
    ].join('\r\n');
    expect(withBitrates(answer).split('\r\n')).to.deep.equal([
      'a=rtpmap:102 H264/90000',
      'a=fmtp:102 packetization-mode=1;x-google-start-bitrate=3000;x-google-min-bitrate=1500;x-google-max-bitrate=6000',
      'a=rtpmap:111 opus/48000/2',
      'a=fmtp:111 minptime=10',
    ]);
    expect(withBitrates('v=0')).to.equal('v=0');
  });
});
