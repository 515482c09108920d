/*
 * What can be done to a list of scenes, each edit with the one that takes it back.
 * Knows: scenes as values with ids. Must not know: why an edit is made, undo lists, storage, React.
 */
import type { Scene } from '../model/types.ts';

/** Five moves, out of which every command is made (sceneCommands.ts). */
export type SceneEdit =
  | { readonly kind: 'insert'; readonly at: number; readonly scene: Scene }
  | { readonly kind: 'remove'; readonly id: string }
  /** Takes the place of the scene with the same id. */
  | { readonly kind: 'replace'; readonly scene: Scene }
  /** `to` is the index at which it stands afterwards. */
  | { readonly kind: 'move'; readonly id: string; readonly to: number }
  | { readonly kind: 'all'; readonly scenes: readonly Scene[] };

export interface Edited {
  readonly scenes: readonly Scene[];
  /** Applied to `scenes`, it gives back what was there before. */
  readonly inverse: SceneEdit;
}

/**
 * The scenes after an edit. Null where it changes nothing: a scene that is gone, an id that is taken, a
 * place that it stands in already. Ids stay unique.
 */
export function applyEdit(scenes: readonly Scene[], edit: SceneEdit): Edited | null {
  switch (edit.kind) {
    case 'insert': {
      if (scenes.some(({ id }) => id === edit.scene.id)) return null;
      return {
        scenes: scenes.toSpliced(within(edit.at, scenes.length), 0, edit.scene),
        inverse: { kind: 'remove', id: edit.scene.id },
      };
    }
    case 'remove': {
      const at = scenes.findIndex(({ id }) => id === edit.id);
      const scene = scenes[at];
      if (scene === undefined) return null;
      return { scenes: scenes.toSpliced(at, 1), inverse: { kind: 'insert', at, scene } };
    }
    case 'replace': {
      const at = scenes.findIndex(({ id }) => id === edit.scene.id);
      const before = scenes[at];
      if (before === undefined || isSameValue(before, edit.scene)) return null;
      return {
        scenes: scenes.with(at, edit.scene),
        inverse: { kind: 'replace', scene: before },
      };
    }
    case 'move': {
      const from = scenes.findIndex(({ id }) => id === edit.id);
      const scene = scenes[from];
      const to = within(edit.to, scenes.length - 1);
      if (scene === undefined || to === from) return null;
      return {
        scenes: scenes.toSpliced(from, 1).toSpliced(to, 0, scene),
        inverse: { kind: 'move', id: edit.id, to: from },
      };
    }
    case 'all': {
      if (isSameValue(scenes, edit.scenes)) return null;
      return { scenes: edit.scenes, inverse: { kind: 'all', scenes } };
    }
    default:
      return edit satisfies never;
  }
}

function within(index: number, most: number): number {
  return Math.min(Math.max(Math.trunc(index), 0), Math.max(most, 0));
}

/** Whether two pieces of a dataset say the same, whatever the order of their keys. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) => Object.hasOwn(b, key) && isSameValue(Reflect.get(a, key), Reflect.get(b, key)),
    )
  );
}
