import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/base/result.ts';
import { createEditableEngine } from '../../../src/engine/local/editableEngine.ts';
import { DEFAULT_CHOICES, type Choices } from '../../../src/state/choices.ts';
import { encodeChoices } from '../../../src/state/codec.ts';
import { changeFields, editorOf } from '../../../src/state/historyEditor.ts';
import { createAppStore, type AppStore } from '../../../src/state/store.ts';
import { STEPS_LIMIT } from '../../../src/state/undo.ts';
import { historyFromText } from '../../fixtures/historyFromText.ts';
import { addRecord, deleteRecord } from '../../../src/document/history/commands.ts';

const HISTORY = historyFromText(`
  title A small history
  person Ada Lovelace (government)
  2014-01-10 [speech] Opening speech: Ada Lovelace =opening
  2014-02 [summit] Spring summit: Ada Lovelace =summit
`);

async function opened(): Promise<AppStore> {
  const store = createAppStore({
    openSource: () => Promise.resolve(ok(createEditableEngine(HISTORY, []))),
    clock: { now: () => 0, nextFrame: () => undefined },
  });
  store.getState().open({ url: 'https://example.org/a.json', isBundled: false });
  while (store.getState().history === null) await turn();
  return store;
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

const whole = async (store: AppStore): Promise<string> =>
  new TextDecoder().decode(await editorOf(store)?.desk().whole());

/** How everything stands that undo goes over. */
async function standing(store: AppStore): Promise<string> {
  return `${encodeChoices(store.getState().choices)}\n${await whole(store)}`;
}

type Doing =
  | { readonly kind: 'choose'; readonly words: string }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'add' }
  | { readonly kind: 'delete' };
type Act = Doing | { readonly kind: 'undo' };

const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom('a', 'b', 'c').map((words) => ({ kind: 'choose' as const, words })),
  fc.constantFrom('One', 'Two').map((title) => ({ kind: 'title' as const, title })),
  fc.constantFrom('add' as const, 'delete' as const, 'undo' as const).map((kind) => ({ kind })),
);

const selecting =
  (selection: Choices['selection']) =>
  (choices: Choices): Choices => ({ ...choices, selection });

/** Does it, where there is something to do. */
async function act(store: AppStore, it: Doing): Promise<void> {
  const editor = editorOf(store);
  if (editor === null) throw new Error('This history can be edited.');
  const has = async (id: string) => (await editor.desk().record('events', id)) !== null;
  switch (it.kind) {
    case 'choose':
      store.getState().choose((choices) => ({ ...choices, words: it.words }));
      return;
    case 'title':
      if (await has('opening')) {
        const present = await editor.desk().record('events', 'opening');
        if (present?.title !== it.title) {
          await changeFields(editor, 'events', 'opening', { title: it.title }, ['Title']);
        }
      }
      return;
    case 'add':
      if (await has('new')) return;
      await editor.perform(
        addRecord({ list: 'events', record: { id: 'new', title: 'New', date: '2015' } }, []),
        selecting({ kind: 'event', id: 'new' }),
      );
      return;
    case 'delete': {
      const plan = await editor.desk().plan({ kind: 'delete', list: 'events', key: 'new' });
      if (plan !== null) await editor.perform(deleteRecord('events', 'New', plan), selecting(null));
    }
  }
}

describe('undo and redo over choices and edits', () => {
  it('go back through all that was there, the latest act first, and forward again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 3, maxLength: 10 }), async (acts) => {
        const store = await opened();
        /** The naive model: every state there was, in order. */
        const states = [await standing(store)];
        for (const it of acts) {
          if (it.kind === 'undo') {
            if (states.length === 1) continue;
            store.getState().undo();
            states.pop();
            await expect.poll(() => standing(store), { interval: 1 }).toBe(states.at(-1));
          } else {
            await act(store, it);
            const now = await standing(store);
            if (now !== states.at(-1)) states.push(now);
          }
        }
        // All the way back, and all the way on.
        for (let at = states.length - 2; at >= 0; at -= 1) {
          store.getState().undo();
          await expect.poll(() => standing(store), { interval: 1 }).toBe(states[at]);
        }
        expect(store.getState().past.length + store.getState().edits.past.length).toBe(0);
        for (let at = 1; at < states.length; at += 1) {
          store.getState().redo();
          await expect.poll(() => standing(store), { interval: 1 }).toBe(states[at]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('have words for edits, and none for steps of choosing', async () => {
    const store = await opened();
    await act(store, { kind: 'title', title: 'One' });
    await act(store, { kind: 'choose', words: 'a' });
    const words = () => store.getState().editor?.undoWords(store.getState());
    expect(words()).toBeNull();
    store.getState().undo();
    expect(words()).toBe('change the title of the event “One”');
    expect(store.getState().choices).toEqual(DEFAULT_CHOICES);
  });

  it('keep their order when the oldest steps of choosing are forgotten', async () => {
    const store = await opened();
    const step = (words: string): void =>
      store.getState().choose((choices) => ({ ...choices, words }));
    for (let i = 0; i < STEPS_LIMIT - 2; i += 1) step(`before ${String(i)}`);
    await act(store, { kind: 'title', title: 'One' });
    for (let i = 0; i < 5; i += 1) step(`after ${String(i)}`);
    expect(store.getState().past).toHaveLength(STEPS_LIMIT);
    const words = () => store.getState().editor?.undoWords(store.getState());
    for (let i = 0; i < 5; i += 1) {
      expect(words()).toBeNull();
      store.getState().undo();
    }
    expect(words()).toBe('change the title of the event “One”');
    expect(store.getState().choices.words).toBe(`before ${String(STEPS_LIMIT - 3)}`);
  });

  it('leave everything as it was where an edit is refused', async () => {
    const store = await opened();
    const before = await standing(store);
    const editor = editorOf(store);
    const refused = await editor?.perform(
      addRecord(
        {
          list: 'events',
          record: { id: 'x', title: 'X', date: '2015', actors: [{ actor: 'nobody' }] },
        },
        [],
      ),
    );
    expect(refused?.ok === false && refused.error[0]).toMatchObject({
      place: 'events[2].actors[0].actor',
      found: '"nobody"',
      expected: 'the id of one of the actors',
    });
    expect(await standing(store)).toBe(before);
    expect(store.getState().edits.past).toEqual([]);
  });
});
