import type { EventRow } from '../../../src/engine/port.ts';
import type { Names } from '../../../src/views/table/columns.ts';

/** A row with what a test says of it. */
export function eventRow(id: string, said: Partial<EventRow> = {}): EventRow {
  return {
    id,
    title: `Title of ${id}`,
    date: {
      text: '2014-12',
      startMs: Date.UTC(2014, 11, 1),
      endMs: Date.UTC(2015, 0, 1),
      extent: 'within',
      precision: 'month',
      isStartApproximate: false,
      isEndApproximate: false,
      isUncertain: false,
      words: 'December 2014, day not stated',
    },
    status: 'happened',
    kind: null,
    weight: 3,
    actors: [],
    places: [],
    themes: [],
    ...said,
  };
}

export const NAMES: Names = {
  actors: new Map([
    ['ada', 'Ada Lovelace'],
    ['google', 'Google'],
  ]),
  places: new Map([['london', 'London']]),
  themes: new Map([['safety', { name: 'Safety', colour: 2 }]]),
};
