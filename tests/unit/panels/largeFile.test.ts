/* A large file of our own goes to the engine as it is; one that only looks like one gets a look after all. */
import { expect, test } from 'vitest';
import { fail } from '../../../src/base/result.ts';
import { createFileOpening, type Stage } from '../../../src/panels/open/fileOpening.ts';
import { deskFile } from '../../../src/panels/open/brought.ts';
import { workersOf } from '../formats/desk/pairOf.ts';
import { fakeEngine, storeWithOpenings } from '../state/fakeEngine.ts';

const LARGE = new Blob(['{"version":1,"title":"Large","events":[', ' '.repeat(17_000_000)]);

function opening() {
  const { store, openings } = storeWithOpenings();
  const workers = workersOf();
  const file = createFileOpening({ store, startWorker: workers.start });
  const reached = (isIt: (stage: Stage) => boolean): Promise<Stage> =>
    new Promise((resolve) => {
      const look = (stage: Stage): void => {
        if (isIt(stage)) resolve(stage);
      };
      file.stage.subscribe(look);
      look(file.stage.getState());
    });
  const begun = new Promise<void>((resolve) => {
    store.subscribe((state) => {
      if (state.opening !== null) resolve();
    });
  });
  file.take({ kind: 'file', file: deskFile('large.json', LARGE) });
  return { store, openings, workers, file, reached, begun };
}

test('a large file of our own is handed on as it is, and stands', async () => {
  const { store, openings, workers, reached, begun } = opening();
  await begun;
  expect(store.getState().opening).toMatchObject({ content: LARGE });
  await openings[0]?.stand(fakeEngine());
  await reached(({ kind }) => kind === 'done');
  expect(workers.started()).toBe(0);
});

test('what is none of our own after all is looked at, and told like others', async () => {
  const { openings, workers, file, reached, begun } = opening();
  await begun;
  const failure = { kind: 'not-json', message: 'No.', problems: [], problemsTotal: 0 } as const;
  await openings[0]?.end(fail(failure));
  const stage = await reached(({ kind }) => kind === 'choose');
  expect(stage).toMatchObject({ failure: { problems: [{ expected: 'a value or ]' }] } });
  expect(workers.started()).toBe(1);
  file.end();
});
