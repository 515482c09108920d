/*
 * The outlines at the detail that a scale needs, fetched when first needed and projected once.
 * Knows: the atlas, the plane. Must not know: drawing, the store.
 */
import { loadAtlas, type Atlas, type Detail } from './atlas.ts';
import { outlinesOf, type Outlines } from './outlines.ts';

export interface Ground {
  /**
   * The best outlines that are there by now; asks for better ones where the scale needs them. New ones
   * are projected, which takes some frames' time, only while nothing moves.
   */
  outlines(meridian: number, scale: number, isAtRest: boolean): Outlines | null;
  /** Whether outlines are on their way. */
  isAwaited(): boolean;
  /** Asks again for what could not be fetched. */
  retry(): void;
}

export interface GroundOptions {
  readonly onArrival: () => void;
  readonly onFailure: (error: unknown) => void;
  readonly load?: (detail: Detail) => Promise<Atlas>;
}

/** From so many pixels per unit of the plane on (12 per degree) the coarse outlines look coarse. */
const FINE_SCALE = 700;

export function createGround({ onArrival, onFailure, load = loadAtlas }: GroundOptions): Ground {
  const atlases = new Map<Detail, Atlas>();
  const asked = new Set<Detail>();
  let awaited = 0;
  const projected = new Map<Detail, { readonly meridian: number; readonly outlines: Outlines }>();

  const ask = async (detail: Detail): Promise<void> => {
    if (asked.has(detail)) return;
    asked.add(detail);
    awaited += 1;
    try {
      atlases.set(detail, await load(detail));
    } catch (error) {
      onFailure(error);
      return;
    } finally {
      awaited -= 1;
    }
    onArrival();
  };

  const project = (detail: Detail, meridian: number, mayTakeTime: boolean): Outlines | null => {
    const known = projected.get(detail);
    if (known?.meridian === meridian) return known.outlines;
    const atlas = atlases.get(detail);
    if (atlas === undefined || !mayTakeTime) return null;
    const outlines = outlinesOf(atlas, meridian);
    projected.set(detail, { meridian, outlines });
    return outlines;
  };

  return {
    outlines(meridian, scale, isAtRest) {
      const detail: Detail = scale >= FINE_SCALE ? 'fine' : 'coarse';
      // The coarse ones come first in any case: they are small, and something stands soon.
      void ask('coarse');
      if (atlases.has('coarse')) void ask(detail);
      return project(detail, meridian, isAtRest) ?? project('coarse', meridian, true);
    },
    isAwaited: () => awaited > 0,
    retry() {
      for (const detail of asked) if (!atlases.has(detail)) asked.delete(detail);
      onArrival();
    },
  };
}
