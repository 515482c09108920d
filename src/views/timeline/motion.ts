/*
 * Easing of heights: when zooming gives marks other rows, they glide there instead of jumping.
 * Knows: geometries. Must not know: time, DOM, store.
 */
import type { TimelineGeometry } from './layout.ts';

/** The y of lanes and marks as last drawn. */
export interface ShownHeights {
  readonly lanes: ReadonlyMap<string, number>;
  readonly marks: ReadonlyMap<string, number>;
}

/** Closer than this is there. */
const SETTLED_PX = 0.5;

export interface EasedGeometry {
  readonly geometry: TimelineGeometry;
  readonly shown: ShownHeights;
  readonly isSettled: boolean;
}

/**
 * The geometry with every y moved a share (0 to 1) of the way from where it was shown. What was not
 * shown before stands in its place at once. A share of 1 is no motion at all.
 */
export function ease(
  geometry: TimelineGeometry,
  shown: ShownHeights | null,
  share: number,
): EasedGeometry {
  let moving = 0;
  const towards = (from: number | undefined, to: number): number => {
    if (from === undefined || share >= 1 || Math.abs(to - from) < SETTLED_PX) return to;
    moving += 1;
    return from + (to - from) * share;
  };
  const laneY = new Map<string, number>();
  const lanes = geometry.lanes.map((lane) => {
    const key = lane.lane.id ?? `none:${lane.lane.name}`;
    const yPx = towards(shown?.lanes.get(key), lane.yPx);
    laneY.set(key, yPx);
    return { ...lane, yPx };
  });
  const shiftOf = (lane: number): number =>
    (lanes[lane]?.yPx ?? 0) - (geometry.lanes[lane]?.yPx ?? 0);
  const markY = new Map<string, number>();
  const marks = geometry.marks.map((mark) => {
    const yPx = towards(shown?.marks.get(mark.key), mark.yPx);
    markY.set(mark.key, yPx);
    return { ...mark, yPx };
  });
  if (moving === 0) {
    return { geometry, shown: { lanes: laneY, marks: markY }, isSettled: true };
  }
  return {
    geometry: {
      ...geometry,
      lanes,
      marks,
      clusters: geometry.clusters.map((cluster) => ({
        ...cluster,
        yPx: cluster.yPx + shiftOf(cluster.lane),
      })),
      brackets: geometry.brackets.map((bracket) => ({
        ...bracket,
        y0: bracket.y0 + shiftOf(bracket.lane),
        y1: bracket.y1 + shiftOf(bracket.lane),
      })),
      threads: geometry.threads.map((thread) => ({
        ...thread,
        y0: markY.get(thread.fromKey) ?? thread.y0,
        y1: markY.get(thread.toKey) ?? thread.y1,
      })),
    },
    shown: { lanes: laneY, marks: markY },
    isSettled: false,
  };
}
