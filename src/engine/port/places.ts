/*
 * The port's question about where things happened, and its answer.
 * Knows: queries. Must not know: who answers, projections, drawing.
 */
import type { Interval } from '../../base/interval.ts';
import type { Query } from '../port.ts';

export interface PlacesQuestion {
  readonly query: Query;
  /** Events that overlap it; null: of all time. */
  readonly window: Interval | null;
  readonly placesLimit: number;
  readonly arcsLimit: number;
}

export interface PlaceCount {
  readonly id: string;
  readonly name: string;
  /** The place around it, if it is part of one. */
  readonly within: string | null;
  /** Degrees, WGS 84: its own, else those of the nearest place around it that has some; null for neither. */
  readonly at: {
    readonly latitude: number;
    readonly longitude: number;
    readonly isOwn: boolean;
  } | null;
  /** Matching events that name it. */
  readonly count: number;
  /** Matching events that name it or a place within it, each counted once. */
  readonly gathered: number;
  /** Events that name it in the whole history. */
  readonly total: number;
}

/** Events that name both places. */
export interface PlaceArc {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

export interface PlacesAnswer {
  /** The most events first; those without coordinates are listed beside the map. */
  readonly places: readonly PlaceCount[];
  readonly placesTotal: number;
  readonly arcs: readonly PlaceArc[];
  readonly arcsTotal: number;
  /** Matching events that name no place. */
  readonly unplaced: number;
}
