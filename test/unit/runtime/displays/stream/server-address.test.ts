import { expect } from '@open-wc/testing';
import { isServerAddress, serverAddress } from '../../../../../src/runtime/displays/stream/server-address.ts';

describe('the address of a go2rtc', () => {
  it('is one of HTTP, with its API below it', () => {
    expect(String(serverAddress('http://192.168.1.5:1984', 'http:'))).to.equal('http://192.168.1.5:1984/');
    expect(String(serverAddress('https://house.example/go2rtc', 'https:'))).to.equal('https://house.example/go2rtc/');
    expect(String(serverAddress('https://house.example/go2rtc/', 'http:'))).to.equal('https://house.example/go2rtc/');
  });

  it('is nothing else', () => {
    for (const text of ['', 'house', '192.168.1.5:1984', 'rtsp://house:8554', 'http://', 'javascript:alert(1)']) {
      expect(isServerAddress(text), text).to.equal(false);
      expect(serverAddress(text, 'http:'), text).to.equal('no_server');
    }
  });

  it('has no password, which would go to players and states, and no query', () => {
    for (const text of ['http://a:b@house:1984', 'http://a@house', 'http://house/?src=x', 'http://house/#x'])
      expect(isServerAddress(text), text).to.equal(false);
  });

  it('is HTTPS for a page that came by HTTPS, but on this machine', () => {
    expect(serverAddress('http://house:1984', 'https:')).to.equal('server_insecure');
    for (const host of ['localhost', '127.0.0.1', '[::1]'])
      expect(serverAddress(`http://${host}:1984`, 'https:'), host).to.be.instanceOf(URL);
  });
});
