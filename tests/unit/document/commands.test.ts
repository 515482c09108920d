/** What each command of the briefing does, and in which words. */
import { describe, expect, test } from 'vitest';
import { editingFrom, perform, undo } from '../../../src/document/editing.ts';
import {
  addScene,
  changeScene,
  deleteScene,
  duplicateScene,
  freeId,
  hideScene,
  moveScene,
} from '../../../src/document/sceneCommands.ts';
import type { Scene } from '../../../src/model/types.ts';

const SPEECH: Scene = { id: 'speech', title: 'A speech', view: 'v=1', text: 'It began.' };
const SUMMIT: Scene = { id: 'summit', title: 'A summit', view: 'v=1&lanes=place', hidden: true };
const SCENES = [SPEECH, SUMMIT];

function idsAfter(command: Parameters<typeof perform>[1]): string[] {
  return perform(editingFrom(SCENES), command).scenes.map(({ id }) => id);
}

describe('the commands', () => {
  test('add a scene after another, or last, with a readable id of its own', () => {
    const command = addScene(SCENES, { title: 'A speech, again!', view: 'v=1' }, 'speech');
    expect(command.id).toBe('a-speech-again');
    expect(idsAfter(command)).toEqual(['speech', 'a-speech-again', 'summit']);
    expect(idsAfter(addScene(SCENES, { title: 'Last', view: '' }, null))).toEqual([
      'speech',
      'summit',
      'last',
    ]);
  });

  test('duplicate a scene right behind it, with all that it says', () => {
    const command = duplicateScene(SCENES, SUMMIT);
    const { scenes } = perform(editingFrom(SCENES), command);
    expect(scenes.at(-1)).toEqual({ ...SUMMIT, id: 'summit-2' });
    expect(command.words).toBe('duplicate “A summit”');
  });

  test('move to a place, and no further than there are places', () => {
    expect(idsAfter(moveScene(SPEECH, 1))).toEqual(['summit', 'speech']);
    expect(idsAfter(moveScene(SPEECH, 99))).toEqual(['summit', 'speech']);
    expect(idsAfter(moveScene(SUMMIT, -3))).toEqual(['summit', 'speech']);
  });

  test('hide and show leave no trace of a scene that shows', () => {
    const shown = perform(editingFrom(SCENES), hideScene(SUMMIT, false)).scenes[1];
    expect(shown).toEqual({ id: 'summit', title: 'A summit', view: 'v=1&lanes=place' });
    expect(hideScene(SPEECH, true).words).toBe('hide “A speech”');
  });

  test('leave out what was emptied', () => {
    const { scenes } = perform(
      editingFrom(SCENES),
      changeScene(SPEECH, { text: '', plannedSeconds: undefined, figures: [] }),
    );
    expect(scenes[0]).toEqual({ id: 'speech', title: 'A speech', view: 'v=1' });
  });

  test('delete, and undo brings it back to its place', () => {
    const without = perform(editingFrom(SCENES), deleteScene(SPEECH));
    expect(without.scenes).toEqual([SUMMIT]);
    expect(undo(without).scenes).toEqual(SCENES);
  });

  test('a command about a scene that is gone changes nothing', () => {
    const without = perform(editingFrom(SCENES), deleteScene(SPEECH));
    expect(perform(without, deleteScene(SPEECH))).toBe(without);
    expect(perform(without, changeScene(SPEECH, { title: 'Other' }))).toBe(without);
    expect(perform(without, moveScene(SPEECH, 0))).toBe(without);
  });
});

test('an id is made of any writing, and of none', () => {
  expect(freeId('Été à Zürich', [])).toBe('ete-a-zurich');
  expect(freeId('平和', [])).toBe('平和');
  expect(freeId('…?!', [])).toBe('scene');
  expect(freeId('A speech', [{ ...SPEECH, id: 'a-speech' }])).toBe('a-speech-2');
  expect(freeId('x'.repeat(200), []).length).toBeLessThanOrEqual(40);
});
