import type { Clock } from './platform.ts';
import type { Scope } from './scope.ts';

const LOOK_EVERY = 100;

export interface LevelOptions {
  readonly track: MediaStreamTrack;
  readonly createContext: () => AudioContext;
  readonly clock: Clock;
  /** Ends the listening; the track is left as it is. */
  readonly scope: Scope;
  /** Ten times a second: the loudest amplitude since the last time, 0 to 1; null while the browser keeps us from listening. */
  readonly onLevel: (peak: number | null) => void;
}

/** How loud a track is, for a meter and for the check of a microphone. */
export function followLevel({ track, createContext, clock, scope, onLevel }: LevelOptions): void {
  const context = createContext();
  let cancel = (): void => {};
  const source = context.createMediaStreamSource(new MediaStream([track]));
  // Longer than the time between two looks at any usual rate, so that no sound falls between.
  const analyser = new AnalyserNode(context, { fftSize: 8_192 });
  source.connect(analyser);
  scope.add(async () => {
    cancel();
    source.disconnect();
    await context.close();
  });
  // Where it is not allowed this promise waits for a touch.
  context.resume().catch(() => {});
  const samples = new Float32Array(analyser.fftSize);
  const look = (): void => {
    cancel = clock.after(LOOK_EVERY, look);
    if (context.state !== 'running') return onLevel(null);
    analyser.getFloatTimeDomainData(samples);
    onLevel(samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0));
  };
  cancel = clock.after(LOOK_EVERY, look);
}
