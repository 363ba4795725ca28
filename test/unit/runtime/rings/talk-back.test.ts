import { expect } from '@open-wc/testing';
import { takesSound } from '../../../../src/runtime/rings/talk-back.ts';

const answer = (audio: string, direction = 'sendrecv'): string =>
  [
    'v=0',
    `m=audio 9 UDP/TLS/RTP/SAVPF ${audio}`,
    `a=${direction}`,
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'a=sendonly',
    '',
  ].join('\r\n');

describe('takesSound', () => {
  it('is told by the one codec of the loudspeaker', () => {
    for (const codec of ['8', '0', '111']) expect(takesSound(answer(codec)), codec).to.equal(true);
    expect(takesSound(answer('111 0 8')), 'nobody chose').to.equal(false);
    expect(takesSound(answer('8', 'sendonly')), 'they only send').to.equal(false);
    expect(takesSound('v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=sendrecv\r\n'), 'no sound').to.equal(false);
    expect(takesSound('')).to.equal(false);
  });
});
