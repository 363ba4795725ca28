import { drawTimecode } from './timecode.ts';

const size = { width: 640, height: 360 };
const framesPerSecond = 20;

/** What this page films and says, for each that asks: a moving picture with name, clock and strip, and a beep. */
export interface FakeDevices {
  /** The name in the picture. */
  name: string;
}

/**
 * Makes `getUserMedia` give a synthetic camera and microphone. Every request gets tracks of its own, as a real
 * device would give, so that an SDK may stop what it was given.
 */
export function installFakeDevices(): FakeDevices {
  const devices: FakeDevices = { name: 'somebody' };
  navigator.mediaDevices.getUserMedia = async (wanted = {}) => {
    const tracks = [...(wanted.audio ? [beep()] : []), ...(wanted.video ? [film(devices)] : [])];
    if (tracks.length === 0) throw new TypeError('neither sound nor picture was asked for');
    return new MediaStream(tracks);
  };
  return devices;
}

function film(devices: FakeDevices): MediaStreamTrack {
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d', { alpha: false })!;
  const stop = everyFrame(() => draw(context, devices.name));
  const [track] = canvas.captureStream(framesPerSecond).getVideoTracks() as [MediaStreamTrack];
  return whenStopped(track, stop);
}

function draw(context: CanvasRenderingContext2D, name: string): void {
  const { width, height } = size;
  const now = Date.now();
  context.fillStyle = `hsl(${[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) * 7} 45% 40%)`;
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#ffd54f';
  context.beginPath();
  context.arc(width / 2 + Math.cos(now / 600) * 220, height / 2 + Math.sin(now / 600) * 90, 30, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = '#fff';
  context.font = '600 44px sans-serif';
  context.fillText(name, 24, height - 70);
  context.font = '28px monospace';
  context.fillText(new Date(now).toISOString().slice(11, 23), 24, height - 28);
  drawTimecode(context, now, 32);
}

function beep(): MediaStreamTrack {
  const audio = new AudioContext();
  const tone = new OscillatorNode(audio, { frequency: 660 });
  const volume = new GainNode(audio, { gain: 0 });
  const output = audio.createMediaStreamDestination();
  tone.connect(volume).connect(output);
  tone.start();
  let loudness = 0;
  const timer = setInterval(() => {
    loudness = loudness === 0 ? 0.3 : 0;
    volume.gain.setTargetAtTime(loudness, audio.currentTime, 0.01);
  }, 500);
  const [track] = output.stream.getAudioTracks() as [MediaStreamTrack];
  return whenStopped(track, () => {
    clearInterval(timer);
    void audio.close();
  });
}

/** A worker's timer: a page's own is slowed down to once a second when its window is covered. */
function everyFrame(work: () => void): () => void {
  const program = new Blob([`setInterval(() => postMessage(0), ${1000 / framesPerSecond})`]);
  const address = URL.createObjectURL(program);
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  worker.addEventListener('message', work);
  work();
  return () => worker.terminate();
}

/** Clones share what makes the picture; it ends when the last of them is stopped. */
function whenStopped(track: MediaStreamTrack, stop: () => void): MediaStreamTrack {
  let alive = 0;
  const watch = (one: MediaStreamTrack) => {
    alive++;
    const [clone, end] = [one.clone.bind(one), one.stop.bind(one)];
    one.clone = () => watch(clone());
    one.stop = () => {
      if (one.readyState === 'live' && --alive === 0) stop();
      end();
    };
    return one;
  };
  return watch(track);
}
