/** What both pages send: a film of 1280x720 at 25 frames a second in which everything moves, and a tone. */
export function makeTracks(): { readonly audio: MediaStreamTrack; readonly video: MediaStreamTrack } {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
  const context = canvas.getContext('2d', { alpha: false })!;
  let frame = 0;
  setInterval(() => {
    frame++;
    context.fillStyle = `hsl(${frame % 360} 60% 40%)`;
    context.fillRect(0, 0, 1280, 720);
    context.fillStyle = '#fff';
    context.fillRect((frame * 16) % 1280, 200, 240, 240);
  }, 40);
  const sound = new AudioContext();
  const output = sound.createMediaStreamDestination();
  const source = new OscillatorNode(sound, { frequency: 440 });
  source.connect(new GainNode(sound, { gain: 0.3 })).connect(output);
  source.start();
  return { audio: output.stream.getAudioTracks()[0]!, video: canvas.captureStream(25).getVideoTracks()[0]! };
}
