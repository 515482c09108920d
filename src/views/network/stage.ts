/*
 * The network's stage: what is shown now, on its way to what is chosen; one frame at a time.
 * Knows: the store, places, the camera, the painter, drawing. Must not know: React; gestures on nodes.
 */
import type { AppState } from '../../state/appState.ts';
import type { AppStore } from '../../state/store.ts';
import type { MeasureText } from '../../ui/measureText.ts';
import { createCameraControl, type CameraControl } from './cameraControl.ts';
import { createFrame } from './frame.ts';
import { graphOf } from './graph.ts';
import { nodeAt } from './hits.ts';
import type { NetworkGeometry } from './layout.ts';
import { fitCamera, type Camera, type PictureSize } from './layoutCamera.ts';
import { connectLayout } from './layoutClient.ts';
import type { LayoutReport } from './layoutMessages.ts';
import { lineWidthIn, sceneOf, type Scene } from './layoutScene.ts';
import type { NetworkLook } from './draw.ts';
import { createLook } from './look.ts';
import { createPainter } from './painter.ts';
import { createPicture, isPainted } from './picture.ts';
import { createPlaces } from './places.ts';
import { isOtherFrame, restAround } from './restAround.ts';

export interface StageOptions {
  readonly svg: SVGSVGElement;
  readonly canvas: HTMLCanvasElement;
  readonly store: AppStore;
  readonly isMotionReduced: () => boolean;
  readonly isHandled: (event: Event) => boolean;
  /** Called after each frame with what was drawn. */
  readonly onFrame: (geometry: NetworkGeometry, look: NetworkLook) => void;
  /** Whether nodes are still to move: the layout is at work, or the picture on its way to what it says. */
  readonly onBusy: (isBusy: boolean) => void;
}

export interface Stage {
  readonly camera: CameraControl;
  setSize(size: PictureSize): void;
  setMeasure(measure: MeasureText): void;
  setFocusKey(key: string | null): void;
  /** Draws another frame. */
  touch(): void;
  /** Colours are others: what is painted is painted anew. */
  repaint(): void;
  /** A node follows the pointer, in pixels of the picture; its place in layout units. */
  drag(key: string, xPx: number, yPx: number): readonly [x: number, y: number];
  /** Takes back what `drag` did. */
  endDrag(): void;
  /** Forgets all places and lays out anew what is there. */
  rearrange(): void;
  geometry(): NetworkGeometry | null;
  scene(): Scene | null;
  /** The node at a pixel of the picture, drawn by itself or painted. */
  keyAt(xPx: number, yPx: number): string | null;
  /** Shows the whole of a node: moves there if it is out of the picture. */
  reveal(key: string): void;
  /** Draws what is due now instead of in the next frame. */
  flush(): void;
  destroy(): void;
}

const GLIDE_MS = 450;
const STILL_LIMIT = 120;
const STEP_MS = 130;
/** The room has other proportions by this factor: what was laid out for the old ones fits it badly. */
const OTHER_ASPECT = 1.6;

export function createStage(options: StageOptions): Stage {
  const { svg, canvas, store, isMotionReduced, onFrame, onBusy } = options;
  const places = createPlaces();
  const frame = createFrame();
  const client = connectLayout((report) => take(report));
  const painter = createPainter(canvas, client);
  const picture = createPicture(svg, painter);
  const rest = restAround();
  const lookOf = createLook();
  let size: PictureSize | null = null;
  let measure: MeasureText | null = null;
  let scene: Scene | null = null;
  let base: Scene | null = null;
  let geometry: NetworkGeometry | null = null;
  let focusKey: string | null = null;
  let isFirstPicture = true;
  let run = 0;
  let isSettling = true;
  let settledAspect: number | null = null;
  /** The next network is another one, and not the same at another time. */
  let isFrameDue = false;
  let due = 0;

  const schedule = (): void => {
    if (due === 0) due = requestAnimationFrame(renderFrame);
  };
  const camera = createCameraControl({
    svg,
    store,
    isMotionReduced,
    isHandled: options.isHandled,
    onChange: schedule,
  });

  const isLarge = (): boolean => scene !== null && isPainted(scene);

  const settle = (): void => {
    if (base === null || size === null) return;
    run += 1;
    settledAspect = size.widthPx / size.heightPx;
    isSettling = true;
    onBusy(true);
    client.send({
      kind: 'settle',
      run,
      graph: graphOf(base, size, places.settled(base)),
      // A small network is settled before one could follow how it settles.
      isStill: isMotionReduced() || base.nodes.length <= STILL_LIMIT,
    });
  };

  const take = (report: LayoutReport): void => {
    if (report.kind === 'picture') {
      if (isLarge()) painter.take(report);
      else report.bitmap.close();
      schedule();
      return;
    }
    if (report.run !== run || base === null) return;
    const isAtOnce = isFirstPicture || isMotionReduced() || isLarge();
    const durationMs = isAtOnce ? 0 : report.isSettled ? GLIDE_MS : STEP_MS;
    places.aim(base, report, performance.now(), durationMs);
    painter.spoil();
    frameAll(isAtOnce);
    if (report.isSettled) {
      isFirstPicture = false;
      isSettling = false;
    }
    schedule();
  };

  /** What "all" is has changed: the network, where it stands, or the size of the picture. */
  const frameAll = (isAtOnce: boolean): void => {
    if (scene === null || size === null) return;
    frame.hold(scene, places.wanted());
    camera.setFit(fitCamera(frame.extents(), size), isAtOnce);
  };

  const setScene = (state: AppState): void => {
    if (measure === null || size === null || state.network === null) return;
    if (scene === null && rest.isAwaited(state)) return;
    const room = { measure, lineWidthPx: lineWidthIn(size) };
    const around = rest.around(state);
    scene = sceneOf(state.network, around, room);
    // What is laid out is the network without its filters: those only say who of it stands out.
    base = around === null ? scene : sceneOf(around, state.network, room);
    places.setScene(scene, state.choices.network.pins);
    if (isFrameDue) frame.clear();
    isFrameDue = false;
    if (isLarge()) painter.setScene(scene);
    else painter.clear();
    settle();
  };

  const renderFrame = (nowMs: number): void => {
    due = 0;
    const isFlying = camera.step(nowMs);
    const isGliding = places.step(nowMs);
    render(isGliding);
    if (isFlying || isGliding) schedule();
    else if (!isSettling && !(isLarge() && painter.isAwaited())) onBusy(false);
  };

  const render = (isGliding: boolean): void => {
    if (scene === null || size === null) return;
    const state = store.getState();
    const { pins, hasCommunities } = state.choices.network;
    const look = lookOf(state, scene, focusKey);
    geometry = picture.render({
      scene,
      places: places.shown(),
      camera: camera.shown(),
      size,
      look,
      pins,
      hasCommunities,
      isMoving: camera.isMoving() || isGliding,
    });
    onFrame(geometry, look);
  };

  const onStore = (state: AppState, before: AppState): void => {
    if (state.openings !== before.openings) {
      places.forget();
      frame.clear();
      scene = null;
      base = null;
      geometry = null;
      isFirstPicture = true;
    }
    const isOtherScene =
      state.network !== before.network ||
      state.networkRest !== before.networkRest ||
      (scene === null && state.answerFailure !== before.answerFailure) ||
      state.choices.rest !== before.choices.rest;
    isFrameDue ||= isOtherFrame(state.choices, before.choices);
    if (isOtherScene) {
      setScene(state);
    } else if (state.choices.network.pins !== before.choices.network.pins) {
      places.setPins(state.choices.network.pins);
      painter.spoil();
      frameAll(false);
    }
    const { selection } = state.choices;
    if (selection !== before.choices.selection && selection !== null) {
      // Not within the store's own notification: a change there would reach other listeners out of order.
      queueMicrotask(() => reveal(`${selection.kind}:${selection.id}`, true));
    }
    schedule();
  };

  /** Selected from elsewhere, it is brought into the picture as part of the step that selected it. */
  const reveal = (key: string, isAmended: boolean): void => {
    const index = scene?.byKey.get(key)?.index;
    if (index === undefined || size === null) return;
    const present = camera.chosen();
    const x = places.wanted()[2 * index] ?? NaN;
    const y = places.wanted()[2 * index + 1] ?? NaN;
    if (Number.isNaN(x + y) || isInPicture(x, y, present, size)) return;
    camera.goTo({ ...present, x, y }, isAmended);
  };

  const unsubscribe = store.subscribe(onStore);
  setScene(store.getState());

  return {
    camera,
    setSize(next) {
      size = next;
      camera.setSize(next);
      const aspect = next.widthPx / next.heightPx;
      if (scene === null) setScene(store.getState());
      else if (settledAspect === null) settle();
      else if (
        isOtherAspect(aspect, settledAspect) &&
        store.getState().choices.selection === null
      ) {
        rearrange();
      } else {
        // What one reads about stays where it is, also where the details take half of the room.
        frameAll(true);
      }
      schedule();
    },
    setMeasure(next) {
      measure = next;
      setScene(store.getState());
      schedule();
    },
    setFocusKey(key) {
      if (focusKey === key) return;
      focusKey = key;
      schedule();
    },
    touch: schedule,
    repaint() {
      if (scene !== null && isLarge()) painter.setScene(scene);
      schedule();
    },
    drag(key, xPx, yPx) {
      const index = scene?.byKey.get(key)?.index;
      const { x, y, scale } = camera.shown();
      const place = [
        x + (xPx - (size?.widthPx ?? 0) / 2) / scale,
        y + (yPx - (size?.heightPx ?? 0) / 2) / scale,
      ] as const;
      if (index !== undefined) places.drag(index, ...place);
      painter.spoil();
      schedule();
      return place;
    },
    endDrag() {
      places.setPins(store.getState().choices.network.pins);
      painter.spoil();
      schedule();
    },
    rearrange,
    geometry: () => geometry,
    scene: () => scene,
    keyAt: (xPx, yPx) =>
      scene === null || size === null
        ? null
        : nodeAt(scene, places.shown(), camera.shown(), size, xPx, yPx),
    reveal: (key) => reveal(key, false),
    flush() {
      cancelAnimationFrame(due);
      due = 0;
      render(false);
    },
    destroy() {
      cancelAnimationFrame(due);
      unsubscribe();
      camera.destroy();
      client.close();
    },
  };

  function rearrange(): void {
    places.forget();
    frame.clear();
    setScene(store.getState());
  }
}

function isOtherAspect(aspect: number, settled: number): boolean {
  return Math.abs(Math.log(aspect / settled)) > Math.log(OTHER_ASPECT);
}

function isInPicture(
  x: number,
  y: number,
  camera: Camera,
  { widthPx, heightPx }: PictureSize,
): boolean {
  return (
    Math.abs(x - camera.x) * camera.scale < widthPx / 2 - 16 &&
    Math.abs(y - camera.y) * camera.scale < heightPx / 2 - 16
  );
}
