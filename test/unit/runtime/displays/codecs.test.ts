import { expect } from '@open-wc/testing';
import { CODECS, codecOf, isCodec, sendable } from '../../../../src/runtime/displays/codecs.ts';
import { receivable } from '../../../../src/runtime/tv/codecs.ts';

describe('codecs of a page', () => {
  const h264 = (sdpFmtpLine?: string) => codecOf({ mimeType: 'video/H264', ...(sdpFmtpLine && { sdpFmtpLine }) });

  it('tells the profiles of H.264 apart', () => {
    const lines = ['42001f', '42e01f', '42C01E', '4d001f', '640c1f', 'f4001f'].map((id) =>
      h264(`level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=${id}`),
    );
    const constrained = 'h264-constrained-baseline';
    expect(lines).to.deep.equal(['h264-baseline', constrained, constrained, 'h264-main', 'h264-high', null]);
    expect([h264(), h264('packetization-mode=0;profile-level-id=42e01f')]).to.deep.equal([null, null]);
    expect(h264('profile-level-id=42e01f; packetization-mode=1')).to.equal(constrained);
  });

  it('knows the others by their names', () => {
    const names = ['VP8', 'VP9', 'AV1', 'H265', 'rtx', 'red'].map((name) => codecOf({ mimeType: `video/${name}` }));
    expect(names).to.deep.equal(['vp8', 'vp9', 'av1', 'h265', null, null]);
    expect(['vp8', 'rtx', 7].map(isCodec)).to.deep.equal([true, false, false]);
  });

  it('sends what the other page names, H.264 first', () => {
    expect(sendable(CODECS)).to.deep.equal(['H264', 'VP8']);
    expect(sendable(['h264-high', 'vp9'])).to.deep.equal([]);
    expect(sendable(['h264-high', 'vp8'])).to.deep.equal(['VP8']);
  });

  it('asks this browser', () => {
    expect(receivable()).to.include('vp8');
    const known = RTCRtpReceiver.getCapabilities;
    RTCRtpReceiver.getCapabilities = () => null;
    expect(receivable()).to.deep.equal([]);
    RTCRtpReceiver.getCapabilities = known;
  });
});
