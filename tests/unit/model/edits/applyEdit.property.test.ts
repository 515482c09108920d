import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../../src/model/edits/applyEdit.ts';
import type { HistoryEdit, RecordList } from '../../../../src/model/edits/edits.ts';
import { planOf, type MergedList, type Wish } from '../../../../src/model/edits/plans.ts';
import { parseDataset } from '../../../../src/model/parse.ts';
import type { Dataset } from '../../../../src/model/types.ts';
import { anyHistory } from '../../formats/write/anyHistory.ts';

const LISTS = [
  'sources',
  'actors',
  'places',
  'themes',
  'events',
  'ties',
  'periods',
  'scenes',
] as const satisfies readonly RecordList[];
const MERGED = ['actors', 'places', 'themes', 'sources'] as const satisfies readonly MergedList[];

/** As the border gives it: what an edit is applied to. */
const aDataset = anyHistory.map((history): Dataset => {
  const parsed = parseDataset(history);
  if (!parsed.ok) throw new Error('The arbitrary makes histories that can be read.');
  return parsed.value.dataset;
});

function historyWith(fields: object): { readonly dataset: Dataset } {
  const parsed = parseDataset({ version: 1, title: 'A history', ...fields });
  if (!parsed.ok) throw new Error('It can be read.');
  return parsed.value;
}

type Move = (dataset: Dataset) => HistoryEdit | null;

const keyAt = (dataset: Dataset, list: RecordList, at: number): string | number | null => {
  const records: readonly object[] = dataset[list] ?? [];
  const index = records.length === 0 ? -1 : at % records.length;
  const record = records[index];
  if (record === undefined) return null;
  return 'id' in record && typeof record.id === 'string' ? record.id : index;
};

/** Edits as people make them, of whatever the history holds when their turn comes, and some that must fail. */
const aMove: fc.Arbitrary<Move> = fc.oneof(
  fc.tuple(fc.constantFrom(...LISTS), fc.nat(9)).map(([list, at]): Move => (dataset) => {
    const key = keyAt(dataset, list, at);
    if (key === null) return null;
    return planOf(dataset, { kind: 'delete', list, key })?.edit ?? null;
  }),
  fc
    .tuple(fc.constantFrom(...MERGED), fc.nat(9), fc.nat(9))
    .map(([list, a, b]): Move => (dataset) => {
      const [from, into] = [keyAt(dataset, list, a), keyAt(dataset, list, b)];
      if (typeof from !== 'string' || typeof into !== 'string') return null;
      return planOf(dataset, { kind: 'merge', list, from, into } satisfies Wish)?.edit ?? null;
    }),
  fc.tuple(fc.constantFrom('x', 'a', 'new'), fc.nat(4)).map(([id, at]): Move => () => ({
    kind: 'insert',
    list: 'actors',
    at,
    record: { id, name: 'Ada', kind: 'person' },
  })),
  fc
    .tuple(fc.nat(9), fc.constantFrom('a', 'b', 'nowhere'))
    .map(([at, actor]): Move => (dataset) => {
      const key = keyAt(dataset, 'events', at);
      const event = dataset.events.find(({ id }) => id === key);
      if (event === undefined) return null;
      return {
        kind: 'replace',
        list: 'events',
        key: event.id,
        record: { ...event, title: 'Another', actors: [{ actor }] },
      };
    }),
  fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]): Move => (dataset) => {
    const [key, within] = [keyAt(dataset, 'places', a), keyAt(dataset, 'places', b)];
    const place = dataset.places?.find(({ id }) => id === key);
    if (place === undefined || typeof within !== 'string') return null;
    return { kind: 'replace', list: 'places', key: place.id, record: { ...place, within } };
  }),
  fc.constantFrom('A title', null).map((subtitle): Move => () => ({
    kind: 'head',
    fields: { subtitle },
  })),
);

describe('an edit', () => {
  it('is taken back by its inverse, and leaves what passes the border unchanged; random edits, undone and redone, agree with a list of states', () => {
    let applied = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        aDataset,
        fc.array(fc.oneof(aMove, fc.constantFrom('undo', 'redo')), { maxLength: 8 }),
        (start, moves) => {
          // The naive model: every state that there was, and where we are in it.
          let states: readonly Dataset[] = [start];
          let at = 0;
          let present = start;
          let past: readonly { readonly edit: HistoryEdit; readonly inverse: HistoryEdit }[] = [];
          let future: typeof past = [];
          for (const move of moves) {
            if (move === 'undo' || move === 'redo') {
              const step = move === 'undo' ? past.at(-1) : future[0];
              if (step === undefined) continue;
              const moved = applyEdit(present, move === 'undo' ? step.inverse : step.edit);
              if (!moved.ok) throw new Error(JSON.stringify(moved.error));
              present = moved.value.dataset;
              at += move === 'undo' ? -1 : 1;
              [past, future] =
                move === 'undo'
                  ? [past.slice(0, -1), [step, ...future]]
                  : [[...past, step], future.slice(1)];
            } else {
              const edit = move(present);
              if (edit === null) continue;
              const moved = applyEdit(present, edit);
              if (!moved.ok) {
                refused += 1;
                expect(moved.error.length).toBeGreaterThan(0);
                continue;
              }
              applied += 1;
              present = moved.value.dataset;
              past = [...past, { edit, inverse: moved.value.inverse }];
              future = [];
              states = [...states.slice(0, at + 1), present];
              at += 1;
            }
            expect(present).toStrictEqual(states[at]);
          }
          const parsed = parseDataset(present);
          expect(parsed.ok && parsed.value.dataset).toStrictEqual(present);
          const other = parsed.ok ? parsed.value.warnings : [];
          // Dates that cannot be read are kept at the border too.
          expect(other.filter(({ remedy }) => !remedy.includes('kept as it stands'))).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
    expect(applied).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(50);
  });

  it('of any shape, as a damaged journal or another version may give it, is applied or refused and never throws', () => {
    const { dataset } = historyWith({ events: [{ id: 'a', title: 'A', date: '2014' }] });
    const something = fc.anything({ maxDepth: 3 });
    const aKind = fc.constantFrom('insert', 'replace', 'remove', 'head', 'batch', 'move');
    const aList = fc.oneof(fc.constantFrom<unknown>(...LISTS, '__proto__', 'toString'), something);
    const anEdit = fc.record(
      {
        kind: aKind,
        list: aList,
        record: something,
        key: something,
        at: something,
        fields: something,
      },
      { requiredKeys: ['kind'] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          something,
          anEdit,
          fc.record({ kind: fc.constant('batch'), edits: fc.array(anEdit) }),
        ),
        (edit) => {
          const applied = applyEdit(dataset, edit as HistoryEdit);
          const parsed = applied.ok ? parseDataset(applied.value.dataset) : null;
          if (applied.ok) {
            expect(parsed?.ok === true && parsed.value.dataset).toStrictEqual(
              applied.value.dataset,
            );
          } else {
            expect(applied.error).not.toEqual([]);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('of a delete leaves nothing that refers to what is gone', () => {
    fc.assert(
      fc.property(
        aDataset,
        fc.constantFrom(...MERGED, 'events' as const),
        fc.nat(9),
        (start, list, at) => {
          const key = keyAt(start, list, at);
          if (typeof key !== 'string') return;
          const plan = planOf(start, { kind: 'delete', list, key });
          const edited = plan && applyEdit(start, plan.edit);
          expect(edited?.ok).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
