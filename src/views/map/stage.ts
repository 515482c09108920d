/*
 * The map's stage: what is shown now, on its way to what is chosen; one frame at a time.
 * Knows: the picture, the store, gestures. Must not know: React; what a panel shows.
 *
 * The choices change at once; the shown camera flies to the chosen one. A gesture is the other way
 * round: the shown camera leads, the choices follow as previews and settle at its end.
 */
import type { AppState } from '../../state/appState.ts';
import type { Choices } from '../../state/choices.ts';
import type { AppStore } from '../../state/store.ts';
import { attachPanZoom, isWheelFree } from '../panZoom.ts';
import { cameraAt, easeInOut, flightPath, isAlmostSame, transformAt } from './camera.ts';
import { chosenPlaces, foundPlaces, groupFor, locatedPlaces, restOf } from './chosen.ts';
import type { MapLook } from './draw.ts';
import type { Ground } from './ground.ts';
import type { Gathered, MapGeometry } from './layout.ts';
import type { Fonts, Picture } from './picture.ts';
import {
  cameraOf,
  clampCamera,
  createPlane,
  fitCamera,
  MAX_ZOOM,
  meridianOf,
  MIN_ZOOM,
  windowOf,
  type MapCamera,
  type MapSize,
  type MapWindow,
  type Plane,
  type Point,
} from './projection.ts';

const FLIGHT_MS = 420;
/** Share of the remaining way per frame: circles stand within about ten frames. */
const GLIDE = 0.28;

export interface StageOptions {
  readonly svg: SVGSVGElement;
  readonly picture: Picture;
  readonly ground: Ground;
  readonly store: AppStore;
  readonly isMotionReduced: () => boolean;
  /** Called after each frame with what was drawn. */
  readonly onFrame: (geometry: MapGeometry) => void;
  /** Whether the picture is still on its way to what is chosen; false once it stands. */
  readonly onBusy: (isBusy: boolean) => void;
}

export interface Stage {
  setSize(size: MapSize): void;
  setFonts(fonts: Fonts): void;
  /** The place whose circle the tab key reaches; `takesFocus` moves the focus there once it stands. */
  setFocusPlace(id: string | null, takesFocus: boolean): void;
  /** One step; while a key is held down, all its repeats are that one step. */
  goTo(camera: MapCamera | null, isRepeat?: boolean): void;
  /** As chosen, not as it stands in the middle of a flight. */
  chosenCamera(): MapCamera;
  shownCamera(): MapCamera;
  size(): MapSize;
  geometry(): MapGeometry | null;
  /** Ids of places that one finds by the places that filter. */
  found(): ReadonlySet<string>;
  schedule(): void;
  destroy(): void;
}

const NO_SIZE: MapSize = { widthPx: 1, heightPx: 1 };
const NONE: ReadonlySet<string> = new Set();

export function createStage(options: StageOptions): Stage {
  const { svg, picture, ground, store, isMotionReduced, onFrame, onBusy } = options;
  let size: MapSize | null = null;
  let fonts: Fonts | null = null;
  let plane: Plane = createPlane(0);
  let placed: readonly Point[] = [];
  let shown: MapCamera | null = null;
  let flight: { at: (t: number) => MapCamera; startedMs: number } | null = null;
  let geometry: MapGeometry | null = null;
  let focusPlace: string | null = null;
  let isFocusDue = false;
  let isOwnMove = false;
  let frame = 0;

  const sizeNow = (): MapSize => size ?? NO_SIZE;
  const fit = (): MapCamera => fitCamera(placed, sizeNow());
  const chosenOf = ({ choices }: AppState): MapCamera =>
    choices.map.window === null ? fit() : cameraOf(choices.map.window, plane, sizeNow());
  const shownNow = (): MapCamera => shown ?? chosenOf(store.getState());

  /** Null (where the places are) for what is as good as that: equal choices are equal values. */
  const windowChoice = (camera: MapCamera): MapWindow | null =>
    isAlmostSame(camera, fit(), sizeNow()) ? null : windowOf(camera, plane, sizeNow());
  const withWindow =
    (camera: MapCamera | null) =>
    (choices: Choices): Choices => ({
      ...choices,
      map: { ...choices.map, window: camera === null ? null : windowChoice(camera) },
    });

  const panZoom = attachPanZoom(svg, {
    axis: 'both',
    onMove: (transform) => {
      if (size === null) return;
      flight = null;
      shown = clampCamera(cameraAt(transform, size), size);
      isOwnMove = true;
      store.getState().preview(withWindow(shown));
      isOwnMove = false;
      schedule();
    },
    onRest: () => {
      store.getState().settle();
      // What went beyond the world has been held back: the next gesture starts from what is shown.
      syncPanZoom();
      schedule();
    },
    doesWheelZoom: isWheelFree,
  });

  const syncPanZoom = (): void => {
    if (size === null || shown === null) return;
    panZoom.setBounds({ ...size, leftPx: 0, minScale: MIN_ZOOM, maxScale: MAX_ZOOM });
    panZoom.set(transformAt(shown, size));
  };

  const flyTo = (target: MapCamera): void => {
    const from = shown;
    if (from === null || isMotionReduced() || isAlmostSame(from, target, sizeNow())) {
      shown = target;
      flight = null;
      syncPanZoom();
    } else {
      flight = { at: flightPath(from, target, sizeNow()), startedMs: performance.now() };
    }
    schedule();
  };

  const schedule = (): void => {
    if (frame === 0) frame = requestAnimationFrame(renderFrame);
  };

  const renderFrame = (nowMs: number): void => {
    frame = 0;
    if (flight !== null) {
      const t = Math.min(1, Math.max(0, (nowMs - flight.startedMs) / FLIGHT_MS));
      shown = flight.at(easeInOut(t));
      if (t >= 1) flight = null;
      syncPanZoom();
    }
    render();
    if (flight !== null) schedule();
    onBusy(
      frame !== 0 || geometry === null || store.getState().places === null || ground.isAwaited(),
    );
  };

  const render = (): void => {
    const state = store.getState();
    if (size === null || fonts === null || shown === null || state.history === null) return;
    const hadFocus = svg.contains(document.activeElement);
    const isAtRest = flight === null && state.choices === state.settled;
    const result = picture.render({
      answer: state.places,
      plane,
      camera: shown,
      size,
      fonts,
      outlines: ground.outlines(plane.meridian, shown.scale, isAtRest),
      includesParts: state.choices.includesParts,
      rest: restOf(state),
      look: (gathered) => lookOf(state, gathered),
      isAtRest,
      glide: isMotionReduced() ? 1 : GLIDE,
    });
    geometry = result.geometry;
    keepFocus(hadFocus);
    onFrame(geometry);
    if (!result.isSettled) schedule();
  };

  /** A circle that opens or closes hands the focus on to the one that now stands for its place. */
  const keepFocus = (hadFocus: boolean): void => {
    const isLost = hadFocus && !svg.contains(document.activeElement);
    if (!isLost && !isFocusDue) return;
    const key = groupFor(geometry?.groups ?? [], focusPlace, store.getState().history)?.key;
    const heir =
      key === undefined ? null : svg.querySelector<SVGGElement>(`[data-key="${CSS.escape(key)}"]`);
    if (heir !== null) {
      isFocusDue = false;
      heir.focus({ preventScroll: true });
    } else if (isLost) {
      svg.focus({ preventScroll: true });
    }
  };

  const lookOf = (state: AppState, { groups }: Gathered): MapLook => {
    const chosen = chosenPlaces(state.choices);
    const { highlight, related } = state;
    const pointed = highlight?.kind === 'place' ? [highlight.id] : (related?.places ?? []);
    return {
      lit: highlight === null ? NONE : new Set(pointed),
      chosen,
      found: foundPlaces(chosen, state),
      focusKey: groupFor(groups, focusPlace, state.history)?.key ?? null,
    };
  };

  const onHistory = ({ history }: AppState): void => {
    const located = locatedPlaces(history);
    plane = createPlane(meridianOf(located));
    placed = located.map((at) => plane.project(at));
    shown = null;
    flight = null;
    focusPlace = null;
  };

  const onStore = (state: AppState, before: AppState): void => {
    if (state.history !== before.history) onHistory(state);
    if (state.history === null || size === null) return;
    if (shown === null) {
      shown = chosenOf(state);
      syncPanZoom();
    } else if (!isOwnMove && state.choices.map.window !== before.choices.map.window) {
      flyTo(chosenOf(state));
    }
    const isShown =
      state.places !== before.places ||
      state.choices !== before.choices ||
      state.settled !== before.settled ||
      state.highlight !== before.highlight ||
      state.related !== before.related ||
      state.history !== before.history;
    if (isShown) schedule();
  };

  const unsubscribe = store.subscribe(onStore);
  onHistory(store.getState());

  return {
    setSize(next) {
      size = next;
      flight = null;
      shown = chosenOf(store.getState());
      syncPanZoom();
      schedule();
    },
    setFonts(next) {
      fonts = next;
      schedule();
    },
    setFocusPlace(id, takesFocus) {
      if (focusPlace === id && !takesFocus) return;
      focusPlace = id;
      isFocusDue = takesFocus;
      schedule();
    },
    goTo(camera, isRepeat = false) {
      const state = store.getState();
      (isRepeat ? state.amend : state.choose)(withWindow(camera));
    },
    chosenCamera: () => chosenOf(store.getState()),
    shownCamera: shownNow,
    size: sizeNow,
    geometry: () => geometry,
    found: () => foundPlaces(chosenPlaces(store.getState().choices), store.getState()),
    schedule,
    destroy() {
      cancelAnimationFrame(frame);
      unsubscribe();
      panZoom.detach();
    },
  };
}
