/*
 * What a person does to a briefing, as commands: add, change, move, duplicate, hide, delete, put back.
 * Knows: scenes, and the words for each command. Must not know: where the wish comes from, React, storage.
 */
import type { Scene, SceneStep } from '../model/types.ts';
import type { SceneCommand } from './editing.ts';

/** The fields that can be changed, with undefined for "leave it out". */
export type SceneFields = {
  readonly [Key in Exclude<keyof Scene, 'id'>]?: Scene[Key] | undefined;
};

/** What a field is called in "Undo: change the title of …". */
const FIELD_WORDS: readonly (readonly [keyof SceneFields, string])[] = [
  ['title', 'title'],
  ['text', 'words'],
  ['notes', 'notes'],
  ['view', 'view'],
  ['figures', 'figures'],
  ['citations', 'sources'],
  ['steps', 'steps'],
  ['hidden', 'showing'],
  ['plannedSeconds', 'planned time'],
];

/** A new scene with this view, after the one with the id `after` (last where that is null or gone). */
export function addScene(
  scenes: readonly Scene[],
  { title, view }: Pick<Scene, 'title' | 'view'>,
  after: string | null,
): SceneCommand & { readonly id: string } {
  const id = freeId(title, scenes);
  const index = scenes.findIndex((scene) => scene.id === after);
  return {
    id,
    words: 'add a scene',
    edit: {
      kind: 'insert',
      at: index === -1 ? scenes.length : index + 1,
      scene: { id, title, view },
    },
    writing: null,
  };
}

/**
 * Changes some fields of a scene. Of a text that is being written, letter by letter, say so: the letters
 * become one step.
 */
export function changeScene(
  scene: Scene,
  fields: SceneFields,
  { isWriting = false }: { readonly isWriting?: boolean } = {},
): SceneCommand {
  const names = FIELD_WORDS.filter(([key]) => Object.hasOwn(fields, key)).map(([, words]) => words);
  return {
    words: `change the ${names.join(' and ')} of “${scene.title}”`,
    edit: { kind: 'replace', scene: withFields(scene, fields) },
    writing: isWriting ? `${names.join(' ')} of ${scene.id}` : null,
  };
}

export function moveScene(scene: Scene, to: number): SceneCommand {
  return {
    words: `move “${scene.title}”`,
    edit: { kind: 'move', id: scene.id, to },
    writing: null,
  };
}

export function duplicateScene(
  scenes: readonly Scene[],
  scene: Scene,
): SceneCommand & { readonly id: string } {
  const id = freeId(scene.id, scenes);
  return {
    id,
    words: `duplicate “${scene.title}”`,
    edit: {
      kind: 'insert',
      at: scenes.indexOf(scene) + 1,
      scene: { ...scene, id },
    },
    writing: null,
  };
}

export function hideScene(scene: Scene, isHidden: boolean): SceneCommand {
  return {
    words: `${isHidden ? 'hide' : 'show'} “${scene.title}”`,
    edit: { kind: 'replace', scene: withFields(scene, { hidden: isHidden ? true : undefined }) },
    writing: null,
  };
}

export function deleteScene(scene: Scene): SceneCommand {
  return {
    words: `delete “${scene.title}”`,
    edit: { kind: 'remove', id: scene.id },
    writing: null,
  };
}

/** All scenes at once: the history's own, or those of a file. */
export function replaceAll(scenes: readonly Scene[], words: string): SceneCommand {
  return { words, edit: { kind: 'all', scenes }, writing: null };
}

/** A scene with some fields changed; what is empty is left out, as a dataset has it. */
export function withFields(scene: Scene, fields: SceneFields): Scene {
  const next = { ...scene, ...fields };
  const { text = '', notes = '', figures = [], citations = [], steps = [], plannedSeconds } = next;
  return {
    id: scene.id,
    title: next.title ?? scene.title,
    ...(text === '' ? {} : { text }),
    ...(notes === '' ? {} : { notes }),
    view: next.view ?? scene.view,
    ...(figures.length === 0 ? {} : { figures }),
    ...(citations.length === 0 ? {} : { citations }),
    ...(steps.length === 0 ? {} : { steps }),
    ...(next.hidden === true ? { hidden: true } : {}),
    ...(plannedSeconds === undefined ? {} : { plannedSeconds }),
  };
}

/** A step without what it does not say. */
export function withoutEmpty({
  text,
  view,
}: {
  text?: string;
  view?: string | undefined;
}): SceneStep {
  return {
    ...(text === undefined || text === '' ? {} : { text }),
    ...(view === undefined || view === '' ? {} : { view }),
  };
}

const ID_LETTERS = 40;

/** A readable id that no scene has: it stands in addresses. */
export function freeId(wanted: string, scenes: readonly Scene[]): string {
  const base =
    wanted
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036F]/g, '')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, ID_LETTERS)
      .replaceAll(/^-+|-+$/g, '') || 'scene';
  const taken = new Set(scenes.map(({ id }) => id));
  if (!taken.has(base)) return base;
  for (let count = 2; ; count += 1) {
    const id = `${base}-${String(count)}`;
    if (!taken.has(id)) return id;
  }
}
