/** Whatever is done to a briefing: undo leads back, redo leads on, and it stays one that the schema takes. */
import fc from 'fast-check';
import { safeParse } from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  editingFrom,
  perform,
  redo,
  seal,
  undo,
  type Editing,
  type SceneCommand,
} from '../../../src/document/editing.ts';
import {
  addScene,
  changeScene,
  deleteScene,
  duplicateScene,
  hideScene,
  moveScene,
  replaceAll,
} from '../../../src/document/sceneCommands.ts';
import { applyEdit, isSameValue } from '../../../src/document/sceneEdits.ts';
import { sceneSchema } from '../../../src/model/schema.ts';
import type { Scene } from '../../../src/model/types.ts';

const words = fc.string({ maxLength: 12 });
const title = fc.string({ minLength: 1, maxLength: 12 });
const sceneOf = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    title,
    view: words,
    text: words,
    hidden: fc.boolean(),
  },
  { requiredKeys: ['id', 'title', 'view'] },
);
const scenesOf = fc.uniqueArray(sceneOf, { selector: ({ id }) => id, maxLength: 5 });

/** A wish of the user, about the scene at an index of whatever stands then. */
type Wish = (scenes: readonly Scene[]) => SceneCommand | null;
const index = fc.nat(6);
const at =
  (i: number, make: (scene: Scene, scenes: readonly Scene[]) => SceneCommand): Wish =>
  (scenes) => {
    const scene = scenes[i % Math.max(scenes.length, 1)];
    return scene === undefined ? null : make(scene, scenes);
  };
const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.tuple(title, index).map(
    ([name, i]): Wish =>
      (scenes) =>
        addScene(scenes, { title: name, view: 'v=1' }, scenes[i]?.id ?? null),
  ),
  fc.tuple(index, words).map(([i, text]) => at(i, (scene) => changeScene(scene, { text }))),
  fc
    .tuple(index, words)
    .map(([i, notes]) => at(i, (scene) => changeScene(scene, { notes }, { isWriting: true }))),
  fc.tuple(index, index).map(([i, to]) => at(i, (scene) => moveScene(scene, to))),
  index.map((i) => at(i, (scene, scenes) => duplicateScene(scenes, scene))),
  fc.tuple(index, fc.boolean()).map(([i, is]) => at(i, (scene) => hideScene(scene, is))),
  index.map((i) => at(i, deleteScene)),
  scenesOf.map(
    (scenes): Wish =>
      () =>
        replaceAll(scenes, 'put back the original'),
  ),
);

function done(editing: Editing, wishes: readonly Wish[]): Editing {
  return wishes.reduce((present, make) => {
    const command = make(present.scenes);
    return command === null ? present : perform(present, command);
  }, editing);
}

describe('a briefing being edited', () => {
  test('comes back to where it began by undoing all, and to its end by redoing all', () => {
    fc.assert(
      fc.property(scenesOf, fc.array(wish, { maxLength: 12 }), (scenes, wishes) => {
        const end = done(editingFrom(scenes), wishes);
        let present = end;
        for (let steps = end.past.length; steps > 0; steps -= 1) present = undo(present);
        expect(present.past).toEqual([]);
        expect(present.scenes).toEqual(scenes);
        for (let steps = end.past.length; steps > 0; steps -= 1) present = redo(present);
        expect(present.scenes).toEqual(end.scenes);
        expect(present.future).toEqual([]);
      }),
    );
  });

  test('is always one that a dataset may hold, with ids of their own', () => {
    fc.assert(
      fc.property(scenesOf, fc.array(wish, { maxLength: 12 }), (scenes, wishes) => {
        const { scenes: end } = done(editingFrom(scenes), wishes);
        for (const scene of end) expect(safeParse(sceneSchema, scene).success).toBe(true);
        expect(new Set(end.map(({ id }) => id)).size).toBe(end.length);
      }),
    );
  });

  test('never changes what stood before in place', () => {
    fc.assert(
      fc.property(scenesOf, fc.array(wish, { maxLength: 6 }), (scenes, wishes) => {
        const copy = structuredClone(scenes);
        done(editingFrom(scenes), wishes);
        expect(scenes).toEqual(copy);
      }),
    );
  });

  test('the inverse of every edit gives back what was there', () => {
    fc.assert(
      fc.property(scenesOf, wish, (scenes, make) => {
        const command = make(scenes);
        const edited = command === null ? null : applyEdit(scenes, command.edit);
        if (edited === null) return;
        expect(isSameValue(edited.scenes, scenes)).toBe(false);
        expect(applyEdit(edited.scenes, edited.inverse)?.scenes).toEqual(scenes);
      }),
    );
  });

  test('writing is one step until it is sealed', () => {
    const scene: Scene = { id: 'a', title: 'A', view: 'v=1' };
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 8 }), (texts) => {
        const write = (from: Editing, text: string): Editing => {
          const present = from.scenes[0] ?? scene;
          return perform(from, changeScene(present, { text }, { isWriting: true }));
        };
        const written = texts.reduce(write, editingFrom([scene]));
        expect(written.past.length).toBe(1);
        const more = write(seal(written), `${texts.at(-1) ?? ''}!`);
        expect(more.past.length).toBe(2);
        expect(undo(more).scenes).toEqual(written.scenes);
        expect(undo(undo(more)).scenes).toEqual([scene]);
      }),
    );
  });
});
