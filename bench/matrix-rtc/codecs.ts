import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { waitFor } from '../../demo/wait.ts';
import { flags } from '../../test/e2e/support/flags.ts';
import { startSfu, type Sfu } from '../../test/e2e/support/sfu.ts';
import { median, writeSection } from '../report.ts';
import { loadOf } from '../tv/load.ts';
import type { Sending, Variant } from './codecs-page.ts';

/** Until the estimate of the bandwidth has risen, in milliseconds. */
const RAMP = 5_000;

const VARIANTS: readonly (Variant | null)[] = [
  null,
  { codec: 'vp8', simulcast: false },
  { codec: 'vp8', simulcast: true },
  { codec: 'h264', simulcast: false },
  { codec: 'h264', simulcast: true },
];

interface CodecSample {
  /** Of the browser that sends, in percent of one core. */
  readonly load: number;
  readonly sending: Sending;
  /** Bits per second, of all layers. */
  readonly rate: number;
  readonly shown: number;
}

/** Measures what it costs to send a picture in each way, and writes its section of the results. Needs no stack. */
export async function reportCodecs(runs: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'call-assist-codecs-'));
  const film = join(folder, 'film.mjpeg');
  const source = ['-f', 'lavfi', '-i', 'testsrc2=s=1280x720:r=25', '-t', '8', '-q:v', '4'];
  await promisify(execFile)('ffmpeg', ['-hide_banner', '-loglevel', 'error', ...source, film]);
  const [server, sfu, sender, watcher] = await Promise.all([
    serve(),
    startSfu(),
    launch([`--use-file-for-fake-video-capture=${film}`]),
    launch(),
  ]);
  try {
    const pages = [await open(sender, server), await open(watcher, server)] as const;
    const samples = VARIANTS.map(() => [] as CodecSample[]);
    // In turns, so that all meet the same machine.
    for (let run = 0; run < runs; run++) {
      for (const [index, variant] of VARIANTS.entries()) {
        samples[index]!.push(await measure(sfu, sender, pages, variant));
        process.stdout.write('.');
      }
    }
    writeSection('MatrixRTC: codecs', report(samples, runs));
  } finally {
    await Promise.all([sender.close(), watcher.close(), sfu.stop()]);
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  sfu: Sfu,
  browser: Browser,
  [sender, watcher]: readonly [Page, Page],
  variant: Variant | null,
): Promise<CodecSample> {
  const room = sfu.room();
  await watcher.evaluate(([url, token]) => window.codecs.watch(url, token), [
    sfu.url,
    sfu.token(room, 'watcher'),
  ] as const);
  await sender.evaluate(([url, token, how]) => window.codecs.publish(url, token, how), [
    sfu.url,
    sfu.token(room, 'sender'),
    variant,
  ] as const);
  const shown = (): Promise<number> => watcher.evaluate(() => window.codecs.shown);
  const sending = (): Promise<Sending> => sender.evaluate(() => window.codecs.sending());
  if (variant) await waitFor('a picture', async () => (await shown()) > 0, { timeout: 20_000 });
  await sleep(RAMP);
  const [before, from] = [await sending(), performance.now()];
  const load = await loadOf(browser);
  const after = await sending();
  const rate = ((after.bytes - before.bytes) * 8_000) / (performance.now() - from);
  const sample = { load, sending: after, rate, shown: await shown() };
  await Promise.all([sender, watcher].map((page) => page.evaluate(() => window.codecs.leave())));
  return sample;
}

function report(samples: readonly (readonly CodecSample[])[], runs: number): string {
  const middle = (all: readonly CodecSample[], read: (sample: CodecSample) => number): number =>
    Math.round(median(all.map(read)));
  const nothing = middle(samples[0] ?? [], ({ load }) => load);
  const rows = VARIANTS.flatMap((variant, index) => {
    const all = samples[index] ?? [];
    if (!variant) return [];
    const loads = all.map(({ load }) => Math.round(load - nothing));
    const load = `${middle(all, (one) => one.load) - nothing} [${Math.min(...loads)}…${Math.max(...loads)}]`;
    const encoders = [...new Set(all.flatMap(({ sending }) => sending.encoders))].join(', ');
    const size = `${middle(all, ({ sending }) => sending.width)} → ${middle(all, ({ shown }) => shown)}`;
    const speed = middle(all, ({ sending }) => sending.framesPerSecond);
    const rate = middle(all, (one) => one.rate / 1_000);
    const name = `${variant.codec.toUpperCase()}, ${variant.simulcast ? 'simulcast' : 'one layer'}`;
    return `| ${name} | ${load} | ${size} | ${speed} | ${rate} | ${encoders} |`;
  });
  return `A Chromium sends a film of 1280x720 at 25 frames a second over LiveKit 1.13.5 to another that shows it; at most 2.5 Mbit/s. What
its processes use beyond the ${nothing} % of a core with which it films and sends nothing. ${runs} times each, in turns, on
${cpus().length} cores, by software alone. Median [least…most]. Load of the machine at the end: ${loadavg()[0]!.toFixed(1)}.

| | % of a core | width, sent → shown | frames a second | kbit/s | encoder |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function launch(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: [...flags, ...more] });
}

async function serve(): Promise<Server> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'codecs-page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  const program = outputFiles[0]!.contents;
  const server = createServer((request, response) => {
    if (request.url === '/codecs.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(program);
    else
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<body><script type="module" src="/codecs.js"></script>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

async function open(browser: Browser, server: Server): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => 'codecs' in window);
  return page;
}
