import { expect } from '@open-wc/testing';
import { DEFAULT_STATION } from '../../../../src/runtime/default-station.ts';
import { StationBook } from '../../../../src/runtime/stations/station-book.ts';
import { MOST_STATIONS } from '../../../../src/runtime/stations/station-order.ts';
import { memoryStorage } from '../../../../src/runtime/storage/memory.ts';

describe('StationBook', () => {
  const storage = memoryStorage();
  const open = async (): Promise<StationBook> => new StationBook(storage, await StationBook.read(storage));
  const slugs = (book: StationBook): readonly string[] => book.all.value.map(({ slug }) => slug);
  const refused = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (error: unknown) => error,
    );
  let book: StationBook;
  beforeEach(async () => {
    for (const { slug } of await storage.stations.list()) await storage.stations.remove(slug);
    await storage.settings.put('station-order', []);
    book = await open();
  });

  it('begins with one that nobody has set up', () => {
    expect([book.isSet, book.all.value, book.first.value]).to.deep.equal([false, [DEFAULT_STATION], DEFAULT_STATION]);
  });

  it('takes its slug from its first name, and keeps it', async () => {
    await book.change({ name: 'Küche' });
    await book.change({ name: 'Salon' });
    expect(book.first.value).to.include({ slug: 'kuche', name: 'Salon' });
    expect(slugs(await open())).to.deep.equal(['kuche']);
  });

  it('has several in the order that people chose, for the next page too', async () => {
    let told = 0;
    const stop = book.first.subscribe(() => told++);
    const together: boolean[] = [];
    const stopAll = book.all.subscribe(([first]) => together.push(first?.slug === book.first.value.slug));
    await book.add({ name: 'Hall', camera: 'camera.hall' });
    stop();
    expect([slugs(book), book.isSet, told]).to.deep.equal([['kitchen', 'hall'], true, 1]);
    await book.prefer('hall');
    expect([slugs(book), book.first.value.camera]).to.deep.equal([['hall', 'kitchen'], 'camera.hall']);
    expect(slugs(await open())).to.deep.equal(['hall', 'kitchen']);
    await book.change({ slug: 'porch' }, 'hall');
    expect(slugs(await open())).to.deep.equal(['porch', 'kitchen']);
    await book.remove('porch');
    expect(slugs(await open())).to.deep.equal(['kitchen']);
    stopAll();
    expect(together).to.deep.equal([true, true, true, true]);
  });

  it('takes those of another device, in their order, and forgets its own', async () => {
    await book.add({ name: 'Hall' });
    const [kitchen] = book.all.value;
    await book.replace([
      { ...kitchen!, slug: 'attic', name: 'Attic' },
      { ...kitchen!, slug: 'hall', name: 'Great hall' },
    ]);
    expect(slugs(book)).to.deep.equal(['attic', 'hall']);
    expect((await open()).all.value.map(({ name }) => name)).to.deep.equal(['Attic', 'Great hall']);
  });

  it('changes nothing for what cannot be', async () => {
    await book.add({ name: 'Hall' });
    for (const work of [
      book.add({ name: 'hall' }),
      book.add({ name: '' }),
      book.change({ slug: 'hall' }, 'kitchen'),
      book.change({ name: 'x' }, 'attic'),
      book.prefer('attic'),
    ]) {
      expect(await refused(work)).to.be.instanceOf(RangeError);
    }
    await book.remove('kitchen');
    expect(await refused(book.remove('hall'))).to.be.instanceOf(RangeError);
    for (let count = book.all.value.length; count < MOST_STATIONS; count++) await book.add({ name: `Room ${count}` });
    expect(await refused(book.add({ name: 'One more' }))).to.be.instanceOf(RangeError);
  });
});
