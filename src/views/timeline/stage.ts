/*
 * The timeline's stage: what is shown now, on its way to what is chosen; one frame at a time.
 * Knows: the picture, the store, gestures. Must not know: React; what a panel shows.
 *
 * The choices change at once; the shown window flies to the chosen one. A gesture is the other way
 * round: the shown window leads, the choices follow as previews and settle at its end.
 */
import { zoomIdentity } from 'd3';
import { isSameInterval, type Interval } from '../../base/interval.ts';
import type { DatasetAnswer } from '../../engine/port.ts';
import { isFiltered } from '../../state/choices.ts';
import { isOnlyOtherQuery, isSameRef } from '../../state/questions.ts';
import { fullWindow } from '../../state/window.ts';
import type { AppState } from '../../state/appState.ts';
import type { AppStore } from '../../state/store.ts';
import { attachPanZoom } from '../panZoom.ts';
import type { Sight, TimelineLook } from './draw.ts';
import type { TimelineGeometry } from './layout.ts';
import type { Fonts, Picture, Sizes } from './picture.ts';
import { createLit } from './lit.ts';
import { clampWindow, minSpanMs, windowBetween, windowChoice, windowShowing } from './window.ts';

/** Share of the remaining way per frame: heights settle within about ten frames. */
const GLIDE = 0.3;

export interface StageOptions {
  readonly svg: SVGSVGElement;
  readonly picture: Picture;
  readonly store: AppStore;
  readonly isMotionReduced: () => boolean;
  /** The part of the picture's height that is on the screen. */
  readonly sight: () => Sight;
  /** How long the shown window takes to the chosen one. */
  readonly flightMs: number;
  /** Called after each frame with what was drawn. */
  readonly onFrame: (geometry: TimelineGeometry, window: Interval, focusKey: string | null) => void;
  /** Whether the picture is still on its way to what is chosen; false once it stands. */
  readonly onBusy: (isBusy: boolean) => void;
  /** Called with what a frame threw: nobody else would hear of it there. */
  readonly onError: (error: unknown) => void;
}

export interface Stage {
  setSizes(sizes: Sizes): void;
  setFonts(fonts: Fonts): void;
  setFocusKey(key: string | null): void;
  /** Pans and zooms as one gesture: previews now, one step when it has come to rest. */
  move(window: Interval): void;
  /** The window as chosen, not as it stands in the middle of a flight. */
  chosenWindow(): Interval;
  shownWindow(): Interval;
  /** Neither a gesture nor a flight is moving the window. */
  isAtRest(): boolean;
  limits(): Interval;
  geometry(): TimelineGeometry | null;
  gutterPx(): number;
  /** Draws what is due now instead of in the next frame. */
  flush(): void;
  destroy(): void;
}

export function createStage({
  svg,
  picture,
  store,
  isMotionReduced,
  sight,
  flightMs,
  onFrame,
  onBusy,
  onError,
}: StageOptions): Stage {
  let sizes: Sizes | null = null;
  let fonts: Fonts | null = null;
  let focusKey: string | null = null;
  let geometry: TimelineGeometry | null = null;
  let shown: Interval | null = null;
  let flight: { from: Interval; to: Interval; startedMs: number } | null = null;
  let isOwnMove = false;
  let frame = 0;
  const litBy = createLit();

  const history = (): DatasetAnswer | null => store.getState().history;
  const limitsOf = (state: AppState): Interval =>
    state.history === null ? { startMs: 0, endMs: 1 } : fullWindow(state.history);
  const chosenOf = (state: AppState, window = state.choices.window): Interval => {
    const limits = limitsOf(state);
    return clampWindow(window ?? limits, limits);
  };

  const panZoom = attachPanZoom(svg, {
    axis: 'x',
    onMove: ({ k, x }) => {
      if (sizes === null || history() === null) return;
      flight = null;
      const limits = limitsOf(store.getState());
      const { gutterPx, plotPx } = widthsOf(sizes);
      const span = (limits.endMs - limits.startMs) / k;
      const startMs =
        limits.startMs +
        (((gutterPx - x) / k - gutterPx) / plotPx) * (limits.endMs - limits.startMs);
      preview(clampWindow({ startMs, endMs: startMs + span }, limits));
    },
    onRest: () => {
      store.getState().settle();
    },
  });

  /** Tells d3-zoom where the shown window stands, so that the next gesture starts from there. */
  const syncPanZoom = (): void => {
    if (sizes === null || shown === null) return;
    const limits = limitsOf(store.getState());
    const { gutterPx, plotPx } = widthsOf(sizes);
    const limitSpan = limits.endMs - limits.startMs;
    panZoom.setBounds({
      leftPx: gutterPx,
      widthPx: plotPx,
      heightPx: sizes.viewHeightPx,
      minScale: 1,
      maxScale: limitSpan / minSpanMs(limits),
    });
    const k = limitSpan / (shown.endMs - shown.startMs);
    const base = gutterPx + ((shown.startMs - limits.startMs) / limitSpan) * plotPx;
    panZoom.set(zoomIdentity.translate(gutterPx - k * base, 0).scale(k));
  };

  const preview = (window: Interval): void => {
    const limits = limitsOf(store.getState());
    shown = window;
    isOwnMove = true;
    store.getState().preview((choices) => ({ ...choices, window: windowChoice(window, limits) }));
    isOwnMove = false;
    schedule();
  };

  const flyTo = (target: Interval): void => {
    if (shown === null || isMotionReduced() || isAlmostSame(shown, target, sizes)) {
      shown = target;
      flight = null;
      syncPanZoom();
    } else {
      flight = { from: shown, to: target, startedMs: performance.now() };
    }
    schedule();
  };

  const schedule = (): void => {
    if (frame === 0) frame = requestAnimationFrame(renderFrame);
  };

  const drawNow = (): void => {
    cancelAnimationFrame(frame);
    renderFrame(performance.now());
    if (frame === 0) return;
    // The next frame shows this; the one after it goes on.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = 0;
      schedule();
    });
  };

  const renderFrame = (nowMs: number): void => {
    frame = 0;
    if (flight !== null) {
      const t = Math.max(0, (nowMs - flight.startedMs) / flightMs);
      shown = windowBetween(flight.from, flight.to, easeInOut(t));
      if (t >= 1) flight = null;
      syncPanZoom();
    }
    try {
      render();
    } catch (error) {
      onError(error);
      return;
    }
    if (flight !== null) schedule();
    onBusy(frame !== 0 || geometry === null);
  };

  const render = (): void => {
    const state = store.getState();
    if (sizes === null || fonts === null || shown === null || state.history === null) return;
    if (state.timeline === null) return;
    const focused = focusedMark(svg);
    const look = lookOf(state);
    const result = picture.render({
      answer: state.timeline,
      window: shown,
      rest: chosenOf(state, state.settled.window),
      asOf: state.history.asOf,
      periods: state.history.periods,
      sizes,
      fonts,
      look,
      // What moves already need not glide as well: heights follow when it has come to rest.
      glide: isMotionReduced() || look.sight !== null ? 1 : GLIDE,
    });
    geometry = result.geometry;
    if (focused !== null && focused !== document.activeElement) {
      // Drawing has moved it among its neighbours, or taken it out of view: the picture keeps the focus.
      (focused.isConnected ? focused : svg).focus({ preventScroll: true });
    }
    onFrame(geometry, shown, focusKey);
    if (!result.isSettled) schedule();
  };

  const lookOf = (state: AppState): TimelineLook => {
    const selected = state.choices.selection?.kind === 'event' ? state.choices.selection.id : null;
    const pointed = state.highlight?.kind === 'event' ? state.highlight.id : null;
    const centre = pointed ?? selected;
    return {
      selected,
      lit: litBy(state, centre),
      isFiltered: isFiltered(state.choices),
      focusKey,
      sight: isAtRest(state) ? null : sight(),
    };
  };

  const isAtRest = ({ choices, settled }: AppState): boolean =>
    flight === null && choices === settled;

  const onStore = (state: AppState, before: AppState): void => {
    if (state.openings !== before.openings) {
      shown = null;
      flight = null;
    }
    if (state.history === null) return;
    if (shown === null || state.history !== before.history) {
      // After an edit too: the limits may be others.
      flight = null;
      shown = chosenOf(state);
      syncPanZoom();
    } else if (!isOwnMove && !isSameInterval(state.choices.window, before.choices.window)) {
      flyTo(chosenOf(state));
    }
    if (state.details !== before.details) bringIntoView(state);
    const isShown =
      state.timeline !== before.timeline ||
      ((state.choices !== before.choices || state.settled !== before.settled) &&
        !isOnlyOtherQuery(before, state)) ||
      state.highlight !== before.highlight ||
      state.related !== before.related ||
      state.history !== before.history ||
      state.overview !== before.overview;
    if (!isShown) return;
    schedule();
    // An answer that nothing moves against need not wait for the frame to begin: by then it is drawn.
    const stands = isSameInterval(shown, chosenOf(state));
    if (state.timeline !== before.timeline && stands && isAtRest(state)) drawNow();
  };

  /**
   * What was opened from elsewhere is brought into the window, as part of the step that opened it. An
   * address, or an undo, that shows a chosen event outside the window is left as it was made.
   */
  const bringIntoView = (state: AppState): void => {
    const { details, choices, past } = state;
    if (details?.kind !== 'event' || choices.selection?.id !== details.id) return;
    const before = past.at(-1);
    if (before === undefined || isSameRef(before.selection, choices.selection)) return;
    const window = chosenOf(state);
    const { startMs, endMs } = details.date;
    if (startMs < window.endMs && endMs > window.startMs) return;
    const limits = limitsOf(state);
    const next = windowShowing(window, { startMs, endMs }, limits);
    // Not within the store's own notification: a change there would reach other listeners out of order.
    queueMicrotask(() => {
      state.amend((present) =>
        present.selection?.id === details.id
          ? { ...present, window: windowChoice(next, limits) }
          : present,
      );
    });
  };

  const unsubscribe = store.subscribe(onStore);
  onStore(store.getState(), store.getState());

  return {
    setSizes(next) {
      sizes = next;
      syncPanZoom();
      store.getState().setTimelineWidth(Math.round(widthsOf(next).plotPx));
      schedule();
    },
    setFonts(next) {
      fonts = next;
      schedule();
    },
    setFocusKey(key) {
      if (focusKey === key) return;
      focusKey = key;
      schedule();
    },
    move(window) {
      flight = null;
      preview(window);
      syncPanZoom();
    },
    chosenWindow: () => chosenOf(store.getState()),
    shownWindow: () => shown ?? chosenOf(store.getState()),
    isAtRest: () => isAtRest(store.getState()),
    limits: () => limitsOf(store.getState()),
    geometry: () => geometry,
    gutterPx: () => sizes?.gutterPx ?? 0,
    flush() {
      cancelAnimationFrame(frame);
      frame = 0;
      render();
    },
    destroy() {
      cancelAnimationFrame(frame);
      unsubscribe();
      panZoom.detach();
    },
  };
}

function widthsOf(sizes: Sizes): { gutterPx: number; plotPx: number } {
  return { gutterPx: sizes.gutterPx, plotPx: Math.max(1, sizes.widthPx - sizes.gutterPx) };
}

/** The mark or cluster that has the focus. */
function focusedMark(svg: SVGSVGElement): SVGElement | null {
  const { activeElement } = document;
  const isMark = activeElement instanceof SVGElement && activeElement !== svg;
  return isMark && svg.contains(activeElement) ? activeElement : null;
}

/** Closer than a pixel or two there is nothing to fly: a settled window is only rounded. */
function isAlmostSame(a: Interval, b: Interval, sizes: Sizes | null): boolean {
  const pxMs = (b.endMs - b.startMs) / (sizes?.widthPx ?? 1000);
  return Math.abs(a.startMs - b.startMs) < 2 * pxMs && Math.abs(a.endMs - b.endMs) < 2 * pxMs;
}

function easeInOut(t: number): number {
  const s = Math.min(1, Math.max(0, t));
  return s < 0.5 ? 4 * s * s * s : 1 - Math.pow(-2 * s + 2, 3) / 2;
}
