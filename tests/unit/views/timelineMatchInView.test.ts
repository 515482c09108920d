import { expect, test } from 'vitest';
import type { Query, TimelineAnswer } from '../../../src/engine/port.ts';
import { keepMatchInView } from '../../../src/views/timeline/matchInView.ts';
import type { TimelineGeometry } from '../../../src/views/timeline/layout.ts';

type Geometry = Pick<TimelineGeometry, 'lanes' | 'marks' | 'clusters'>;

/** Lanes of 100 px one below the other; each mark is a place, with * where it matches. */
function geometryOf(...marks: readonly string[]): Geometry {
  return {
    lanes: [0, 100, 200, 300, 400].map((yPx) => ({ yPx })),
    marks: marks.map((text) => ({
      yPx: Number(text.replace('*', '')),
      mark: { matches: text.endsWith('*') },
    })),
    clusters: [],
    // Only what is looked at.
  } as unknown as Geometry;
}

const NO_CLAUSES: Query['clauses'] = [];
const query = (words: string): Query => ({
  clauses: NO_CLAUSES,
  during: null,
  words,
  includesParts: true,
});
// Which answer it is counts, not what it holds.
const answer = (): TimelineAnswer => ({}) as unknown as TimelineAnswer;

test('a filter whose matches are all out of sight scrolls to the lane of the first one, once', () => {
  const scroller = { scrollTop: 0, clientHeight: 250 };
  const look = keepMatchInView(scroller);
  const all = answer();
  expect(look(geometryOf('20*', '330*'), null, all)).toBe(false);
  // The old answer stands until the new one comes.
  expect(look(geometryOf('20*', '330*'), query('pledge'), all)).toBe(false);
  expect(look(geometryOf('20', '330*'), query('pledge'), answer())).toBe(true);
  expect(scroller.scrollTop).toBe(300);
  // Once: who scrolls back is left alone.
  scroller.scrollTop = 0;
  expect(look(geometryOf('20', '330*'), query('pledge'), answer())).toBe(false);
});

test('with the first answer to it, and not with the picture before', () => {
  const scroller = { scrollTop: 0, clientHeight: 250 };
  const look = keepMatchInView(scroller);
  const [first, second] = [answer(), answer()];
  look(geometryOf('20*'), query('one'), first);
  // Another query, while what is drawn answers the one before.
  expect(look(geometryOf('20*'), query('two'), first)).toBe(false);
  expect(look(geometryOf('20', '330*'), query('two'), second)).toBe(true);
  expect(scroller.scrollTop).toBe(300);
});

test('a match in sight, or none at all, leaves the picture where it is', () => {
  const scroller = { scrollTop: 40, clientHeight: 250 };
  const look = keepMatchInView(scroller);
  expect(look(geometryOf('120*', '430*'), query('a'), answer())).toBe(false);
  expect(look(geometryOf('120', '430'), query('b'), answer())).toBe(false);
  expect(scroller.scrollTop).toBe(40);
});
