import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { waitFor } from '../../demo/wait.ts';
import { startTcpProxy, type TcpProxy } from './support/tcp-proxy.ts';

describe('the network that a test can break', { timeout: 20_000 }, () => {
  let echo: Server;
  let accepted: Socket[] = [];
  let proxy: TcpProxy;
  let opened: Socket[] = [];

  before(async () => {
    echo = createServer((socket) => {
      accepted.push(socket);
      socket.on('error', () => {}); // looked at by the tests
      socket.pipe(socket);
    }).listen(0, '127.0.0.1');
    await once(echo, 'listening');
  });
  after(() => echo.close());
  beforeEach(async () => {
    accepted = [];
    opened = [];
    proxy = await startTcpProxy({ port: 0, target: (echo.address() as AddressInfo).port });
  });
  afterEach(async () => {
    for (const socket of opened) socket.destroy();
    await proxy.close();
  });

  async function open(): Promise<Socket> {
    const socket = connect({ host: '127.0.0.1', port: proxy.port });
    opened.push(socket);
    await once(socket, 'connect');
    return socket;
  }

  async function echoed(socket: Socket, text: string): Promise<string> {
    socket.write(text);
    const [data] = (await once(socket, 'data', { signal: AbortSignal.timeout(5_000) })) as [Buffer];
    return data.toString();
  }

  const none = () => waitFor('no connection', async () => proxy.connections === 0, { timeout: 5_000 });

  it('lets everything through, and an orderly end', async () => {
    const socket = await open();
    assert.equal(await echoed(socket, 'one'), 'one');
    assert.equal(proxy.connections, 1);
    socket.end();
    await once(socket, 'close');
    await none();
  });

  it('resets what is open at both ends, and lets the next one through', async () => {
    const socket = await open();
    await echoed(socket, 'one');
    const [theirs] = accepted;
    const both = Promise.all([once(socket, 'error'), once(theirs!, 'error')]);
    socket.on('error', () => {});
    proxy.cut();
    for (const [error] of await both) assert.equal((error as NodeJS.ErrnoException).code, 'ECONNRESET');
    await none();
    assert.equal(await echoed(await open(), 'two'), 'two');
  });

  it('holds everything back for a while, without a word', async () => {
    const before = await open();
    await echoed(before, 'one');
    const over = proxy.hold(400);
    const during = await open();
    const heard: string[] = [];
    for (const socket of [before, during]) socket.on('data', (data: Buffer) => heard.push(data.toString()));
    before.write('late');
    during.write('new');
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.deepEqual(heard, []);
    assert.equal(accepted.length, 1);
    await over;
    await waitFor('what was held back', async () => heard.length === 2, { timeout: 5_000 });
    assert.deepEqual(new Set(heard), new Set(['late', 'new']));
    assert.equal(before.destroyed || during.destroyed, false);
  });

  it('ends a hold when it is closed', async () => {
    const over = proxy.hold(60_000);
    const socket = await open();
    socket.on('error', () => {});
    await proxy.close();
    await over;
    await waitFor('the end of the connection', async () => socket.destroyed, { timeout: 5_000 });
  });

  it('resets a connection whose server is not there', async () => {
    const away = await startTcpProxy({ port: 0, target: 1 });
    const socket = connect({ host: '127.0.0.1', port: away.port });
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    assert.equal(error.code, 'ECONNRESET');
    await away.close();
  });
});
