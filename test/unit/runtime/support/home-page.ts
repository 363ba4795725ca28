import { Connection, type HaWebSocket } from 'home-assistant-js-websocket';
import { FakeSocket, type Sent } from '../../support/fake-socket.ts';

/** The page's connection to a Home Assistant that runs and has nothing. */
export function openPage(answer: (message: Sent) => unknown = () => undefined): {
  socket: FakeSocket;
  close: () => void;
} {
  const socket = new FakeSocket();
  socket.answer = (message) => {
    const { type } = message;
    const own = answer(message);
    if (own !== undefined) return own;
    if (type === 'get_config') return { state: 'RUNNING', version: '2026.11.0', location_name: 'Villa Rosa' };
    if (type === 'auth/current_user') return { id: 'u', name: 'Kiosk', is_admin: true };
    return type.startsWith('subscribe') || type === 'unsubscribe_events' ? null : undefined;
  };
  const conn = new Connection(socket as unknown as HaWebSocket, {
    setupRetry: 0,
    createSocket: () => Promise.reject(new Error('it stays closed')),
  });
  const auth = { data: { hassUrl: 'https://home.test:8123' } };
  Object.assign(window, { hassConnection: Promise.resolve({ auth, conn }) });
  return {
    socket,
    close() {
      conn.close();
      Reflect.deleteProperty(window, 'hassConnection');
    },
  };
}
