/** Results of a run of one round, with the figures that a test names; all others are 1. */
import type { FacetResult } from '../../../bench/facets.mjs';
import type { NetworkResult } from '../../../bench/networks.mjs';
import type { TimelineResult } from '../../../bench/timelines.mjs';

interface TimelineFigures {
  readonly load?: number;
  readonly zoom?: number;
  readonly pan?: number;
  readonly on?: number;
  readonly off?: number;
  readonly script?: number;
}

interface FacetFigures {
  readonly most?: number;
  readonly few?: number;
  readonly engineFew?: number;
  readonly matches?: number;
}

const zooming = { by: 'wheel', isCtrlHeld: false, turn: 30 } as const;

export function timelineResult(
  name: string,
  events: number | null,
  { load = 1, zoom = 1, pan = 1, on = 1, off = 1, script = 1 }: TimelineFigures = {},
): TimelineResult {
  return {
    subject: {
      name,
      history: events === null ? 'the bundled history' : `${String(events)} events`,
      events,
      server: 'app',
      address: '',
      picture: '',
      zooming: () => Promise.resolve(zooming),
      nearer: 0,
      filter: () => ({ hover: () => Promise.resolve(), click: () => Promise.resolve() }),
    },
    samples: [
      {
        load: [load],
        zoom: [zoom],
        pan: [pan],
        filterOn: [on],
        filterOff: [off],
        zoomScript: [1],
        panScript: [1],
        elements: 1,
        bytes: 1,
        weight: { script, all: script },
        ready: [load],
        readyWeight: { script, all: script },
      },
    ],
    failure: null,
    isSlow: false,
  };
}

export function networkResult(name: string, actors: number, pan: number): NetworkResult {
  return {
    subject: {
      name,
      network: `${String(actors)} actors`,
      size: { actors, ties: 5 * actors },
      server: 'app',
      address: '',
    },
    samples: [
      {
        load: [1],
        zoom: [1],
        pan: [pan],
        panScript: [1],
        bytes: 1,
        weight: { script: 1, all: 1 },
        own: null,
      },
    ],
    failure: null,
    isSlow: false,
  };
}

export function facetResult(
  name: string,
  events: number,
  { most = 1, few = 1, engineFew = 1, matches = 1 }: FacetFigures = {},
): FacetResult {
  return {
    subject: { name, events, address: '' },
    samples: [
      {
        load: [1],
        mostOn: [most],
        mostOff: [most],
        fewOn: [few],
        fewOff: [few],
        engineMost: [1],
        engineFew: [engineFew],
        mostMatches: matches,
        fewMatches: matches,
        bytes: 1,
        weight: { script: 1, all: 1 },
      },
    ],
    failure: null,
    isSlow: false,
  };
}
