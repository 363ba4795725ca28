import type { RequestListener } from 'node:http';
import { serve, serveProgram } from './bundle.ts';

const html = `<!doctype html>
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

/** Where the device serves the page. */
export const playerPath = '/player';

/** Serves the page of the default media receiver. */
export function servePlayer(): RequestListener {
  const program = serveProgram('player.ts');
  return ({ url }, response) => {
    if (url === playerPath) serve(response, 'text/html; charset=utf-8', html);
    else if (url === '/player.js') program(response);
    else response.writeHead(404).end();
  };
}
