/*
 * The store: makes one, with its steps, its opening and its answers wired together.
 * Knows: how state changes. Must not know: React, the address bar, which engine answers.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FacetName } from '../engine/port.ts';
import type { FacetRequest, OpenSource, AppState } from './appState.ts';
import { createAnswers } from './answers.ts';
import { DEFAULT_CHOICES } from './choices.ts';
import { browserClock, createMeasures, type Clock } from './measure.ts';
import { createOpening } from './opening.ts';
import { FACET_LIMIT, isSameRef } from './questions.ts';
import * as steps from './undo.ts';

export interface AppStoreOptions {
  readonly openSource: OpenSource;
  /** The browser's own unless a test brings another. */
  readonly clock?: Clock;
}

export type AppStore = StoreApi<AppState>;

export function createAppStore({ openSource, clock = browserClock }: AppStoreOptions): AppStore {
  const store = createStore<AppState>()((set, get) => {
    /** Moves on to other steps; details never stand beside a selection that they are not of. */
    const move = (change: (present: steps.Steps) => steps.Steps): void => {
      set((state) => {
        const next = change(state);
        if (next === state) return state;
        const isSame = isSameRef(next.choices.selection, state.choices.selection);
        return { ...stepsOf(next), ...(isSame ? {} : { details: null, neighbours: null }) };
      });
    };

    return {
      history: null,
      source: null,
      briefing: { scenes: [] },
      kept: null,
      opening: null,
      openingProgress: null,
      report: null,
      openFailure: null,
      answerFailure: null,
      isSlow: false,
      notice: null,
      facets: null,
      timeline: null,
      overview: null,
      details: null,
      search: null,
      network: null,
      networkRest: null,
      neighbours: null,
      places: null,
      statistics: null,
      related: null,
      isSecondShown: false,
      isStatisticsShown: false,
      ...steps.stepsFrom(DEFAULT_CHOICES),
      openings: 0,
      isEditing: false,
      editor: null,
      edits: { past: [], future: [] },
      drafts: {},
      facetRequests: facetRequests(),
      searchText: '',
      timelineWidthPx: 0,
      highlight: null,

      choose: (change) =>
        move((present) => {
          const before = steps.settle(present);
          return steps.settle({ ...before, choices: change(before.choices) });
        }),
      expect: (change) => answers.expect(change(get().choices)),
      preview: (change) =>
        move((present) => {
          const choices = change(present.choices);
          return choices === present.choices ? present : { ...present, choices };
        }),
      settle: () => move(steps.settle),
      amend: (change) => move((present) => steps.amend(present, change)),
      undo: () => {
        if (get().editor?.undo() !== true) move(steps.undo);
      },
      redo: () => {
        if (get().editor?.redo() !== true) move(steps.redo);
      },
      undoStep: () => move(steps.undo),
      redoStep: () => move(steps.redo),
      setEditing: (isEditing) => set({ isEditing }),
      setDraft: (key, draft) =>
        set(({ drafts: { [key]: _before, ...others } }) => ({
          drafts: draft === null ? others : { ...others, [key]: draft },
        })),
      refresh: (change) => answers.refresh(change),

      open: (address, choices = DEFAULT_CHOICES) => opening.open(address, choices),
      cancelOpening: () => opening.cancel(),
      dismissOpenFailure: () => set({ openFailure: null }),
      dismissNotice: () => set({ notice: null }),

      askFacet: (facet, request) =>
        set(({ facetRequests }) => ({ facetRequests: { ...facetRequests, [facet]: request } })),
      setSearchText: (searchText) => set({ searchText }),
      setTimelineWidth: (timelineWidthPx) => {
        if (timelineWidthPx !== get().timelineWidthPx) set({ timelineWidthPx });
      },
      setHighlight: (highlight) => {
        const { kind, id } = get().highlight ?? {};
        if (highlight?.kind !== kind || highlight?.id !== id) set({ highlight, related: null });
      },
      showSecond: (isSecondShown) => set({ isSecondShown }),
      showStatistics: (isStatisticsShown) => set({ isStatisticsShown }),
      askEvents: (question, signal) => answers.events(question, signal),
      lendEngine: () => answers.engine(),
    };
  });
  const measures = createMeasures(clock);
  const answers = createAnswers(store, clock, measures);
  const opening = createOpening({ store, openSource, answers, clock });
  return store;
}

/** Only the steps of a value that may be the whole state. */
function stepsOf({ choices, settled, past, future }: steps.Steps): steps.Steps {
  return { choices, settled, past, future };
}

function facetRequests(): Readonly<Record<FacetName, FacetRequest>> {
  const request: FacetRequest = { find: '', limit: FACET_LIMIT };
  return {
    organisation: request,
    person: request,
    place: request,
    theme: request,
    sector: request,
    kind: request,
    status: request,
  };
}
