import { expect } from '@open-wc/testing';
import { preferH264, startBitrate, takeCandidates } from '../../../../../src/runtime/providers/rtc/sdp.ts';

const lines = (...all: string[]): string => all.map((line) => `${line}\r\n`).join('');
const session = ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=candidate:0 not in a section'];
const audio = ['m=audio 9 UDP/TLS/RTP/SAVPF 111 63', 'a=mid:0', 'a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10'];
const video = [
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97 102 103 104 108',
  'a=mid:1',
  'a=rtpmap:96 VP8/90000',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rtpmap:102 H264/90000',
  'a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42001f',
  'a=rtpmap:103 rtx/90000',
  'a=fmtp:103 apt=102',
  'a=rtpmap:104 ulpfec/90000',
  'a=rtpmap:108 h264/90000',
  'a=fmtp:108 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
];

describe('preferH264', () => {
  it('puts H.264 first, packetization mode 1 before 0, and keeps the order of the rest', () => {
    const changed = preferH264(lines(...session, ...audio, ...video));
    expect(changed).to.contain('m=video 9 UDP/TLS/RTP/SAVPF 108 102 96 97 103 104\r\n');
    expect(changed).to.contain(lines(...audio));
  });

  it('changes nothing where there is no H.264, and nothing at all without pictures', () => {
    const vp8 = lines(...session, 'm=video 9 UDP/TLS/RTP/SAVPF 96', 'a=rtpmap:96 VP8/90000');
    expect(preferH264(vp8)).to.equal(vp8);
    expect(preferH264(lines(...session, ...audio))).to.equal(lines(...session, ...audio));
  });
});

describe('startBitrate', () => {
  it('adds to the parameters of each codec with pictures, and makes them where there are none', () => {
    const changed = startBitrate(lines(...session, ...audio, ...video), 2_500);
    expect(changed).to.contain('profile-level-id=42e01f;x-google-start-bitrate=2500\r\n');
    expect(changed).to.contain('profile-level-id=42001f;x-google-start-bitrate=2500\r\n');
    expect(changed).to.contain('a=fmtp:96 x-google-start-bitrate=2500\r\n');
    expect(changed).to.contain('a=fmtp:97 apt=96\r\n');
    expect(changed).to.contain('a=fmtp:111 minptime=10\r\n');
    expect(changed).not.to.match(/a=fmtp:104/);
  });
});

describe('takeCandidates', () => {
  it('takes them out of each section, with the section they are of', () => {
    const first = 'candidate:1 1 udp 1 192.0.2.1 5000 typ host';
    const { sdp, candidates } = takeCandidates(
      lines(
        ...session,
        ...audio,
        `a=${first}`,
        'a=end-of-candidates',
        ...video.filter((l) => l !== 'a=mid:1'),
        `a=${first}`,
      ),
    );
    expect(sdp).not.to.contain('candidate');
    expect(candidates).to.deep.equal([
      { candidate: first, sdpMid: '0', sdpMLineIndex: 0 },
      { candidate: first, sdpMid: null, sdpMLineIndex: 1 },
    ]);
  });

  it('reads descriptions with bare line feeds', () => {
    expect(takeCandidates('v=0\nm=audio 9 X 0\na=candidate:1\n')).to.deep.equal({
      sdp: 'v=0\r\nm=audio 9 X 0\r\n',
      candidates: [{ candidate: 'candidate:1', sdpMid: null, sdpMLineIndex: 0 }],
    });
  });
});

describe('descriptions of the browser', () => {
  it('are taken by it after every edit', async () => {
    const [caller, callee] = [new RTCPeerConnection(), new RTCPeerConnection()];
    try {
      caller.addTransceiver('audio');
      caller.addTransceiver('video');
      await caller.setLocalDescription();
      await new Promise((resolve) => setTimeout(resolve, 100));
      const offer = takeCandidates(caller.localDescription!.sdp).sdp;
      await callee.setRemoteDescription({ type: 'offer', sdp: startBitrate(preferH264(offer), 2_500) });
      for (const transceiver of callee.getTransceivers()) transceiver.direction = 'sendrecv';
      await callee.setLocalDescription();
      await caller.setRemoteDescription({ type: 'answer', sdp: startBitrate(callee.localDescription!.sdp, 2_500) });
      const [, sender] = callee.getSenders();
      expect(sender?.getParameters().codecs[0]?.mimeType).to.equal('video/H264');
    } finally {
      caller.close();
      callee.close();
    }
  });
});
