import { createServer, type Server } from 'node:https';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { ports } from '../ports.ts';
import { serve, serveProgram } from './bundle.ts';

/** How Home Assistant is reached over HTTPS. The name is of this machine everywhere. */
export const secureUrl = `https://house.localhost:${ports.homeAssistantTls}`;

/** Where Home Assistant's receiver app is from. Its name leads here in the TV's browser, and nowhere else. */
export const receiverOrigin = 'https://cast.home-assistant.io';
const receiverHost = new URL(receiverOrigin).host;

/** The names that the certificate is for. */
export const secureNames = [new URL(secureUrl).hostname, receiverHost] as const;

/**
 * HTTPS before Home Assistant, under two names: its own, where all is handed on as it comes, and that of the receiver
 * app, where its frontend becomes the page of a TV. No header says that somebody stands between: Home Assistant
 * refuses what comes from proxies that it was not told of.
 */
export async function listenHttps(tls: { readonly key: Buffer; readonly cert: Buffer }): Promise<Server> {
  const program = serveProgram('receiver.ts');
  const server = createServer(tls, (incoming, response) => {
    const { method, url, headers } = incoming;
    const isReceiver = headers.host === receiverHost;
    if (isReceiver && url === receiverProgram) return program(response);
    if (isReceiver && isServiceWorker.test(url ?? '')) return serve(response, 'text/javascript', '');
    // A page is changed on its way, so it comes uncompressed.
    const asked = isReceiver ? { ...headers, 'accept-encoding': 'identity' } : headers;
    const target = { host: '127.0.0.1', port: ports.homeAssistant, method, path: url, headers: asked };
    const outgoing = request(target, (answer) => {
      if (isReceiver && answer.headers['content-type']?.startsWith('text/html')) void asReceiver(answer, response);
      else handOn(answer, response);
    });
    outgoing.on('error', () => response.destroy());
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  server.on('upgrade', (incoming: IncomingMessage, socket, head) => {
    const { method, url, rawHeaders } = incoming;
    const lines = rawHeaders.flatMap((name, index) => (index % 2 ? [] : [`${name}: ${rawHeaders[index + 1]}`]));
    const upstream = connect(ports.homeAssistant, '127.0.0.1', () => {
      upstream.write(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
    socket.on('close', () => upstream.destroy());
    upstream.on('close', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(ports.homeAssistantTls, '127.0.0.1', resolve);
  });
  return server;
}

function handOn(answer: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(response);
}

const receiverProgram = '/receiver.js';

/** The receiver app has no worker that keeps pages. */
const isServiceWorker = /^\/(sw-\w+|service_worker)\.js/;

/** What connects the frontend, with tokens for the address of its own page only. */
const core = /\bimport\("\/frontend_latest\/core\.\w+\.js"\)/g;

/** What a page of the frontend loads because `extra_module_url` says so. */
const extraModules = /\bimport\("\/(local|hacsfiles)\/[^"]*"\)/g;

/** Makes the frontend's page the receiver app's: that loads resources of dashboards only, and has no devices. */
async function asReceiver(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  const { 'content-length': _, ...headers } = answer.headers;
  try {
    const html = await text(answer);
    response.writeHead(answer.statusCode ?? 502, { ...headers, 'permissions-policy': 'camera=(), microphone=()' });
    response.end(html.replaceAll(core, `import("${receiverProgram}")`).replaceAll(extraModules, 'Promise.resolve()'));
  } catch {
    response.destroy(); // Home Assistant went away in the middle
  }
}
