/*
 * The timeline's own controls: lanes, zoom, and the visible range as a filter.
 * Knows: choices. Must not know: the stage, drawing.
 */
import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Interval } from '../../base/interval.ts';
import { LANE_FACETS, type FacetName, type LaneBy } from '../../engine/port.ts';
import { isSameInterval } from '../../base/interval.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';

const LANE_NAMES: Readonly<Record<LaneBy, string>> = {
  theme: 'Theme',
  organisation: 'Organisation',
  person: 'Person',
  place: 'Place',
  sector: 'Sector',
  none: 'Nothing',
};

export interface TimelineToolbarProps {
  readonly onZoom: (command: 'zoom-in' | 'zoom-out' | 'fit') => void;
  /** The visible stretch of time; null before the first picture. */
  readonly windowOf: () => Interval | null;
  readonly lead: ReactNode;
}

export function TimelineToolbar({ onZoom, windowOf, lead }: TimelineToolbarProps): ReactNode {
  const store = useAppStore();
  const laneBy = useApp((state) => state.choices.laneBy);
  const facets = useApp((state) => state.history?.facets ?? null);
  const isOnlyThis = useApp(
    ({ choices }) => choices.during !== null && isSameInterval(choices.during, choices.window),
  );
  return (
    <div className="view-toolbar">
      {lead}
      <div className="view-tools">
        <button
          type="button"
          className="button is-quiet"
          aria-pressed={isOnlyThis}
          onClick={() => {
            const window = windowOf();
            if (window === null) return;
            store
              .getState()
              .choose((choices) => ({ ...choices, window, during: isOnlyThis ? null : window }));
          }}
        >
          Only this range
        </button>
        <label className="timeline-group-by">
          <span>Group by</span>
          <select
            className="select"
            value={laneBy}
            onChange={(event) => {
              const next = LANE_FACETS.find((candidate) => candidate === event.target.value);
              if (next !== undefined) {
                store.getState().choose((choices) => ({ ...choices, laneBy: next }));
              }
            }}
          >
            {LANE_FACETS.filter((lane) => isOffered(lane, laneBy, facets)).map((lane) => (
              <option key={lane} value={lane}>
                {LANE_NAMES[lane]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button is-icon"
          aria-label="Zoom out"
          onClick={() => onZoom('zoom-out')}
        >
          <Minus aria-hidden="true" />
        </button>
        <button
          type="button"
          className="button is-icon"
          aria-label="Zoom in"
          onClick={() => onZoom('zoom-in')}
        >
          <Plus aria-hidden="true" />
        </button>
        <button type="button" className="button" onClick={() => onZoom('fit')}>
          Fit all
        </button>
      </div>
    </div>
  );
}

/** Lanes of a facet that this history does not have would be one empty lane. */
function isOffered(lane: LaneBy, chosen: LaneBy, facets: readonly FacetName[] | null): boolean {
  return lane === 'none' || lane === chosen || facets === null || facets.includes(lane);
}
