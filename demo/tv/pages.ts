import type { RequestListener } from 'node:http';
import { serve, serveProgram } from './bundle.ts';
import { tvDevice } from './identity.ts';

/** The default media receiver. */
const player = `<!doctype html>
<meta charset="utf-8">
<title>Default Media Receiver</title>
<style>
  html { background: black; }
  video, img { position: fixed; inset: 0; width: 100%; height: 100%; object-fit: contain; }
  [hidden] { display: none; }
</style>
<video></video>
<img alt="" hidden>
<script type="module" src="/player.js"></script>
`;

/** Before an app has something to show. */
const launching = `<!doctype html>
<meta charset="utf-8">
<title>${tvDevice.name}</title>
<style>
  html { background: black; }
</style>
`;

const address = `http://${tvDevice.host}:${tvDevice.infoPort}`;

/** The pages that the device serves itself: nothing yet, and the player. */
export const pages = { launching: `${address}/launching`, player: `${address}/player` } as const;

export function servePages(): RequestListener {
  const program = serveProgram('player.ts');
  return ({ url }, response) => {
    if (url === '/launching') serve(response, 'text/html; charset=utf-8', launching);
    else if (url === '/player') serve(response, 'text/html; charset=utf-8', player);
    else if (url === '/player.js') program(response);
    else response.writeHead(404).end();
  };
}
