import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findPlace,
  placeAfter,
  placeBefore,
  placeOfNumber,
  shownScenes,
  viewAt,
} from '../../../src/briefing/places.ts';
import type { Scene } from '../../../src/model/types.ts';

const scene = (id: string, steps = 0, hidden = false): Scene => ({
  id,
  title: id,
  view: `v=1&q=${id}`,
  steps: Array.from({ length: steps }, (_, index) => ({ text: String(index) })),
  ...(hidden && { hidden }),
});
const SCENES = [scene('a', 2), scene('b', 0, true), scene('c'), scene('d', 1)];

describe('places', () => {
  it('go step by step and scene by scene, past what is hidden, and end', () => {
    const walked: string[] = [];
    let place = { scene: 'a', step: 0 };
    for (let turn = 0; turn < 8; turn += 1) {
      walked.push(`${place.scene}${place.step}`);
      place = placeAfter(SCENES, place);
    }
    expect(walked).toEqual(['a0', 'a1', 'a2', 'c0', 'd0', 'd1', 'd1', 'd1']);
  });

  it('go back to a scene as it was left: with all its steps', () => {
    expect(placeBefore(SCENES, { scene: 'c', step: 0 })).toEqual({ scene: 'a', step: 2 });
    expect(placeBefore(SCENES, { scene: 'a', step: 0 })).toEqual({ scene: 'a', step: 0 });
  });

  it('lead from a hidden scene to the next, and from one that nobody knows to the first', () => {
    expect(findPlace(SCENES, { scene: 'b', step: 1 })).toMatchObject({
      scene: { id: 'c' },
      index: 1,
      step: 0,
    });
    expect(findPlace(SCENES, { scene: 'x', step: 9 })).toMatchObject({
      scene: { id: 'a' },
      step: 0,
    });
    expect(findPlace(SCENES, { scene: 'a', step: 9 })).toMatchObject({ step: 2 });
    expect(findPlace([scene('z', 0, true)], { scene: 'z', step: 0 })).toBeNull();
  });

  it('are found by number among what is shown, the nearest where there is none of it', () => {
    expect(placeOfNumber(SCENES, 2)).toEqual({ scene: 'c', step: 0 });
    expect(placeOfNumber(SCENES, 99)).toEqual({ scene: 'd', step: 0 });
    expect(placeOfNumber(SCENES, 0)).toEqual({ scene: 'a', step: 0 });
    expect(placeOfNumber([], 1)).toBeNull();
  });

  it('show the view of the last step that has one', () => {
    const built: Scene = {
      ...scene('e'),
      steps: [{ view: 'one' }, { text: 'only words' }, { view: 'three' }],
    };
    expect([0, 1, 2, 3].map((step) => viewAt(built, step))).toEqual([
      'v=1&q=e',
      'one',
      'one',
      'three',
    ]);
  });

  it('are walked back the way that they were walked', () => {
    const anyScenes = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        steps: fc.nat(3),
        hidden: fc.boolean(),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(anyScenes, fc.nat(20), (drawn, turns) => {
        const scenes = drawn.map(({ id, steps, hidden }) => scene(id, steps, hidden));
        fc.pre(shownScenes(scenes).length > 0);
        const start = placeOfNumber(scenes, 1) ?? { scene: '', step: 0 };
        const walked = [start];
        for (let turn = 0; turn < turns; turn += 1) {
          const here = walked.at(-1) ?? start;
          const next = placeAfter(scenes, here);
          if (next.scene !== here.scene || next.step !== here.step) walked.push(next);
        }
        const back = walked.toReversed();
        for (const [index, place] of back.entries()) {
          expect(placeBefore(scenes, place)).toEqual(back[index + 1] ?? start);
        }
      }),
    );
  });
});
