import { countOpenConnections, watchConnections } from '../../demo/person/connections.ts';
import { installFakeDevices } from '../../demo/person/picture.ts';
import { Person } from '../../demo/person/person.ts';

/** The stock matrix-js-sdk client of the demo, with a note of how each call went. */
watchConnections();
const video = Object.assign(document.createElement('video'), { autoplay: true });
document.body.append(video);
const said: string[] = [];
Object.assign(globalThis, {
  person: new Person(video, installFakeDevices(), (what) => said.push(what)),
  said,
  openConnections: countOpenConnections,
});
