/* The desk of a history, over the same messages as between the page and its worker. */
import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/base/result.ts';
import { createEditableEngine } from '../../../src/engine/local/editableEngine.ts';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import type { Engine } from '../../../src/engine/port.ts';
import type { HistoryDesk } from '../../../src/engine/port/desk.ts';
import { serveEngine } from '../../../src/engine/serveEngine.ts';
import type { End, FromWorker, ToWorker } from '../../../src/engine/wire.ts';
import { openWorkerEngine, type WorkerEnd } from '../../../src/engine/workerEngine.ts';
import { historyFromText } from '../../fixtures/historyFromText.ts';

const HISTORY = historyFromText(`
  title A small history
  person Ada Lovelace (government)
  person Charles Babbage
  place London
  2014-01-10 [speech] Opening speech: Ada Lovelace, Charles Babbage @London =opening
  2014-02 [summit] Spring summit: Charles Babbage -follows-up-> opening =summit
`);

/** Both ends of one channel. */
async function openedOver(engine: Engine): Promise<{ engine: Engine; desk: HistoryDesk }> {
  const opened = await overChannel(engine);
  if (opened.desk === null) throw new Error('It has no desk.');
  return { engine: opened, desk: opened.desk };
}

async function overChannel(engine: Engine): Promise<Engine> {
  const { port1, port2 } = new MessageChannel();
  const end = <Sent, Received>(port: MessagePort): End<Sent, Received> => ({
    postMessage: (message, options) => port.postMessage(message, options),
    addEventListener: (_type, listener) => {
      port.addEventListener('message', listener);
      port.start();
    },
  });
  serveEngine(end<FromWorker, ToWorker>(port2), () => Promise.resolve(ok(engine)));
  const page = end<ToWorker, FromWorker>(port1);
  const worker: WorkerEnd = {
    ...page,
    addEventListener: (type: string, listener: (event: never) => void) => {
      // What else a worker tells, a channel does not have.
      if (type !== 'message') return;
      port1.addEventListener('message', listener as (event: MessageEvent) => void);
      port1.start();
    },
    terminate: () => port1.close(),
  };
  const place = { url: 'https://example.org/a.json', content: null };
  const opened = await openWorkerEngine(worker, place, new AbortController().signal);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

describe('the desk of a history', () => {
  it('changes it: what is asked after is answered from the changed one, and the inverse brings it back', async () => {
    const { engine, desk } = await openedOver(createEditableEngine(HISTORY, []));
    const before = await desk.whole();
    const opening = await desk.record('events', 'opening');
    if (opening === null) throw new Error('The event is there.');
    const edited = desk.edit({
      kind: 'replace',
      list: 'events',
      key: 'opening',
      record: { ...opening, title: 'Another title' },
    });
    // Asked right after, while the edit is on its way.
    const details = await engine.details({ kind: 'event', id: 'opening' });
    expect(details?.kind === 'event' && details.title).toBe('Another title');
    const result = await edited;
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(await desk.whole()).not.toEqual(before);
    expect((await desk.edit(result.value)).ok).toBe(true);
    expect(await desk.whole()).toEqual(before);
    engine.close();
  });

  it('says what deleting comes to, and refuses what would leave a reference to nothing', async () => {
    const { engine, desk } = await openedOver(createEditableEngine(HISTORY, []));
    expect((await desk.plan({ kind: 'delete', list: 'events', key: 'opening' }))?.effects).toEqual([
      { list: 'events', total: 1, names: ['Spring summit'] },
    ]);
    expect(
      (await desk.plan({ kind: 'delete', list: 'actors', key: 'charles-babbage' }))?.effects,
    ).toEqual([{ list: 'events', total: 2, names: ['Opening speech', 'Spring summit'] }]);
    const refused = await desk.edit({ kind: 'remove', list: 'events', key: 'opening' });
    expect(refused.ok ? [] : refused.error).toMatchObject([
      { place: 'events[0].links[0].to', found: '"opening"', severity: 'error' },
    ]);
    expect((await engine.dataset()).eventsTotal).toBe(2);
    expect(await desk.plan({ kind: 'delete', list: 'events', key: 'nowhere' })).toBeNull();
    expect(await desk.record('places', 'nowhere')).toBeNull();
    engine.close();
  });

  it('is not there where the engine only answers: it cannot be changed, nor handed over', async () => {
    const engine = await overChannel(createLocalEngine(HISTORY, []));
    expect(engine.desk).toBeNull();
    engine.close();
  });
});

describe('merging two actors', () => {
  it('joins their parts in an event, keeps the other name as an alias, and lets nothing be part of itself', async () => {
    const history = historyFromText(`
      title A small history
      person Ada Lovelace (government)
      organisation Home Office
      organisation The Home Office (government)
      2014-01-10 [speech] Opening speech: Home Office, mentioned The Home Office (host) =opening
    `);
    const actors = (history.actors ?? []).map((actor) =>
      actor.id === 'home-office' ? { ...actor, partOf: [{ actor: 'the-home-office' }] } : actor,
    );
    const ties = [
      { from: 'the-home-office', to: 'home-office' },
      { from: 'the-home-office', to: 'ada-lovelace' },
    ];
    const engine = createEditableEngine({ ...history, actors, ties }, []);
    const { desk } = engine;
    const plan = await desk?.plan({
      kind: 'merge',
      list: 'actors',
      from: 'the-home-office',
      into: 'home-office',
    });
    const done = plan ? await desk?.edit(plan.edit) : null;
    expect(done?.ok).toBe(true);
    expect(await desk?.record('actors', 'home-office')).toEqual({
      id: 'home-office',
      name: 'Home Office',
      kind: 'organisation',
      sector: 'government',
      aliases: ['The Home Office'],
    });
    expect((await desk?.record('events', 'opening'))?.actors).toEqual([
      { actor: 'home-office', role: 'host' },
    ]);
    expect(await desk?.record('ties', 0)).toEqual({ from: 'home-office', to: 'ada-lovelace' });
    expect(await desk?.record('ties', 1)).toBeNull();
  });
});
