/*
 * Which part of the network is seen: the choice, the flight to it, and gestures that lead it.
 * Knows: the store, d3-zoom's stand-in. Must not know: nodes, drawing.
 *
 * As on the timeline: a choice changes at once and the shown camera flies to it; in a gesture the
 * shown camera leads, and the choices follow as previews that settle at its end.
 */
import { zoomIdentity } from 'd3';
import type { AppState } from '../../state/appState.ts';
import type { AppStore } from '../../state/store.ts';
import { attachPanZoom, isWheelFree } from '../panZoom.ts';
import {
  cameraBetween,
  isSameCamera,
  scaleLimits,
  type Camera,
  type PictureSize,
} from './layoutCamera.ts';

export interface CameraControl {
  /** As seen now. */
  shown(): Camera;
  /** As chosen, not as it stands in the middle of a flight. */
  chosen(): Camera;
  fit(): Camera;
  setSize(size: PictureSize): void;
  /** Shows all from here: another network, or another size. */
  setFit(camera: Camera, isAtOnce: boolean): void;
  /** One step; null: all. A held key's repeats belong to the step that they follow. */
  goTo(camera: Camera | null, isRepeat?: boolean): void;
  panBy(dxPx: number, dyPx: number): void;
  /** Moves to where the camera is at this time; says whether it is still on its way. */
  step(nowMs: number): boolean;
  /** In a gesture or a flight. */
  isMoving(): boolean;
  destroy(): void;
}

export interface CameraOptions {
  readonly svg: SVGSVGElement;
  readonly store: AppStore;
  readonly isMotionReduced: () => boolean;
  /** What a gesture that begins here would move is not the picture. */
  readonly isHandled: (event: Event) => boolean;
  /** The shown camera is another one, or is about to be. */
  readonly onChange: () => void;
}

const FLIGHT_MS = 420;

export function createCameraControl(options: CameraOptions): CameraControl {
  const { svg, store, isMotionReduced, onChange } = options;
  let size: PictureSize = { widthPx: 1, heightPx: 1 };
  let fit: Camera = { x: 0, y: 0, scale: 1 };
  let shown: Camera = fit;
  let flight: { from: Camera; to: Camera; startedMs: number | null } | null = null;
  let isOwnMove = false;
  let isInGesture = false;

  const chosenOf = (state: AppState): Camera => state.choices.network.window ?? fit;

  const panZoom = attachPanZoom(svg, {
    axis: 'both',
    isHandled: options.isHandled,
    doesWheelZoom: isWheelFree,
    onMove: ({ k, x, y }) => {
      flight = null;
      isInGesture = true;
      shown = { x: (size.widthPx / 2 - x) / k, y: (size.heightPx / 2 - y) / k, scale: k };
      isOwnMove = true;
      store.getState().preview(withWindow(shown));
      isOwnMove = false;
      onChange();
    },
    onRest: () => {
      isInGesture = false;
      store.getState().settle();
      onChange();
    },
  });

  /** Tells d3-zoom where the camera stands, so that the next gesture starts from there. */
  const sync = (): void => {
    const { min, max } = scaleLimits(fit);
    panZoom.setBounds({
      leftPx: 0,
      widthPx: size.widthPx,
      heightPx: size.heightPx,
      minScale: Math.min(min, shown.scale),
      maxScale: Math.max(max, shown.scale),
    });
    const { x, y, scale } = shown;
    panZoom.set(
      zoomIdentity
        .translate(size.widthPx / 2 - x * scale, size.heightPx / 2 - y * scale)
        .scale(scale),
    );
  };

  const flyTo = (target: Camera, isAtOnce: boolean): void => {
    if (isSameCamera(flight?.to ?? shown, target)) return;
    if (isAtOnce || isMotionReduced()) {
      shown = target;
      flight = null;
      sync();
    } else {
      flight = { from: shown, to: target, startedMs: null };
    }
    onChange();
  };

  const unsubscribe = store.subscribe((state, before) => {
    const { window } = state.choices.network;
    if (isOwnMove || isSameCamera(window, before.choices.network.window)) return;
    flyTo(chosenOf(state), false);
  });

  return {
    shown: () => shown,
    chosen: () => chosenOf(store.getState()),
    fit: () => fit,
    setSize(next) {
      size = next;
      sync();
    },
    setFit(camera, isAtOnce) {
      fit = camera;
      if (!isInGesture) flyTo(chosenOf(store.getState()), isAtOnce);
      sync();
    },
    goTo(camera, isRepeat = false) {
      const { amend, choose } = store.getState();
      (isRepeat ? amend : choose)(withWindow(camera));
    },
    panBy: (dxPx, dyPx) => panZoom.panBy(dxPx, dyPx),
    step(nowMs) {
      if (flight === null) return false;
      flight.startedMs ??= nowMs;
      const t = Math.min(1, (nowMs - flight.startedMs) / FLIGHT_MS);
      shown = t >= 1 ? flight.to : cameraBetween(flight.from, flight.to, easeInOut(t));
      if (t >= 1) flight = null;
      sync();
      return flight !== null;
    },
    isMoving: () => flight !== null || isInGesture,
    destroy() {
      unsubscribe();
      panZoom.detach();
    },
  };
}

function withWindow(camera: Camera | null): (choices: AppState['choices']) => AppState['choices'] {
  const window = camera === null ? null : rounded(camera);
  return (choices) =>
    isSameCamera(choices.network.window, window)
      ? choices
      : { ...choices, network: { ...choices.network, window } };
}

/** A tenth of a pixel is more than an eye sees, and an address stays short. */
function rounded({ x, y, scale }: Camera): Camera {
  const digits = Math.max(0, Math.ceil(Math.log10(scale)) + 1);
  return { x: roundTo(x, digits), y: roundTo(y, digits), scale: Number(scale.toPrecision(4)) };
}

function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function easeInOut(t: number): number {
  return t < 0.5 ? 4 * t * t * t : 1 - Math.pow(-2 * t + 2, 3) / 2;
}
