/*
 * What pointer and keys do on the timeline, beyond panning and zooming by d3-zoom.
 * Knows: the stage, the store. Must not know: React, how anything is drawn.
 */
import { scaleLinear, type ScaleLinear } from 'd3';
import type { Interval } from '../../base/interval.ts';
import type { AppStore } from '../../state/store.ts';
import { commandOf, isTyping, type KeyBinding } from '../../ui/keymap.ts';
import type { TimelineGeometry } from './layout.ts';
import { attachRangeDrag } from './rangeDrag.ts';
import { focusItems, nextItem, type Direction, type FocusItem } from './roving.ts';
import type { Stage } from './stage.ts';
import { panWindow, windowChoice, windowShowing, zoomWindow } from './window.ts';

const ZOOM_STEP = 1.6;
const PAN_STEP = 0.25;

type ZoomCommand = 'zoom-in' | 'zoom-out' | 'fit';

const ZOOM_KEYS: readonly KeyBinding<ZoomCommand>[] = [
  { key: '+', withModifier: false, withShift: false, command: 'zoom-in' },
  { key: '=', withModifier: false, withShift: false, command: 'zoom-in' },
  { key: '-', withModifier: false, withShift: false, command: 'zoom-out' },
  { key: '0', withModifier: false, withShift: false, command: 'fit' },
];

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

export interface GestureOptions {
  readonly svg: SVGSVGElement;
  readonly scroller: HTMLElement;
  readonly stage: Stage;
  readonly store: AppStore;
  readonly areLettersOn: () => boolean;
}

export interface Gestures {
  zoom(command: ZoomCommand): void;
  destroy(): void;
}

export function attachGestures(options: GestureOptions): Gestures {
  const { svg, scroller, stage, store } = options;
  const abort = new AbortController();
  const { signal } = abort;

  /** One step; while a key is held down, all its repeats are that one step. */
  const goTo = (window: Interval, isRepeat = false): void => {
    const choice = windowChoice(window, stage.limits());
    const state = store.getState();
    (isRepeat ? state.amend : state.choose)((choices) => ({ ...choices, window: choice }));
  };

  const zoom = (command: ZoomCommand, isRepeat = false): void => {
    const window = stage.chosenWindow();
    if (command === 'fit') goTo(stage.limits(), isRepeat);
    else {
      const factor = command === 'zoom-in' ? ZOOM_STEP : 1 / ZOOM_STEP;
      goTo(zoomWindow(window, stage.limits(), factor, zoomCentre(store, window)), isRepeat);
    }
  };

  const openKey = (key: string): void => {
    const geometry = stage.geometry();
    const cluster = geometry?.clusters.find((candidate) => `cluster:${candidate.key}` === key);
    if (cluster !== undefined) {
      goTo(clusterWindow(cluster, stage.chosenWindow(), stage.limits()));
      return;
    }
    const mark = geometry?.marks.find((candidate) => candidate.key === key)?.mark;
    if (mark === undefined) return;
    store
      .getState()
      .choose((choices) => ({ ...choices, selection: { kind: 'event', id: mark.id } }));
  };

  /** Whether the first click of what may become a double-click has opened something. */
  let hasOpened = false;
  svg.addEventListener(
    'click',
    (event) => {
      const key = keyAt(event.target);
      if (event.detail <= 1) hasOpened = key !== null;
      // The second click of a double-click would open what the first one brought under the pointer.
      if (key !== null && event.detail <= 1 && !event.shiftKey) openKey(key);
    },
    { signal },
  );
  svg.addEventListener(
    'dblclick',
    (event) => {
      if (hasOpened || keyAt(event.target) !== null) return;
      const atMs = instantAt(event, svg, stage);
      goTo(zoomWindow(stage.chosenWindow(), stage.limits(), ZOOM_STEP * ZOOM_STEP, atMs));
    },
    { signal },
  );

  const onPointed = (event: Event): void => {
    const key = keyAt(event.target);
    const id = markIdOf(stage.geometry(), key);
    const { choices, settled, highlight, setHighlight } = store.getState();
    // In the middle of a gesture the picture runs past the pointer: what it passes was not pointed at.
    const isPassing = choices !== settled && event.type === 'pointerover';
    if (!isPassing || id !== highlight?.id) {
      setHighlight(id === null || isPassing ? null : { kind: 'event', id });
    }
  };
  svg.addEventListener('pointerover', onPointed, { signal });
  svg.addEventListener('pointerleave', () => store.getState().setHighlight(null), { signal });
  svg.addEventListener(
    'focusin',
    (event) => {
      // The picture itself has the focus only while the mark that had it is out of view.
      const key = keyAt(event.target);
      if (key !== null) {
        stage.setFocusKey(key);
        remember(key);
      }
      onPointed(event);
    },
    { signal },
  );
  svg.addEventListener('focusout', () => store.getState().setHighlight(null), { signal });

  svg.addEventListener(
    'keydown',
    (event) => {
      const key = keyAt(event.target);
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (key !== null && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        openKey(key);
        return;
      }
      const direction = ARROWS[event.key];
      if (direction === undefined) return;
      event.preventDefault();
      if (event.shiftKey) {
        if (direction === 'left' || direction === 'right') {
          const share = direction === 'left' ? -PAN_STEP : PAN_STEP;
          goTo(panWindow(stage.chosenWindow(), stage.limits(), share), event.repeat);
        }
        return;
      }
      moveFocus(direction, key);
    },
    { signal },
  );

  /** Where the focus stood last: its mark may have left the picture since. */
  let place: { readonly atMs: number; readonly yPx: number } | null = null;

  const remember = (key: string): void => {
    const geometry = stage.geometry();
    const item = geometry && focusItems(geometry).find((candidate) => candidate.key === key);
    if (geometry === null || item === null || item === undefined) return;
    place = { atMs: scaleOf(geometry, stage.shownWindow()).invert(item.x), yPx: item.y };
  };

  const moveFocus = (direction: Direction, key: string | null): void => {
    const geometry = stage.geometry();
    if (geometry === null) return;
    const items = focusItems(geometry);
    const toX = scaleOf(geometry, stage.shownWindow());
    const from = place === null ? null : { x: toX(place.atMs), y: place.yPx };
    const next = nextItem(items, key, direction, from);
    if (next !== null) {
      focusOn(next);
      return;
    }
    // At the edge of the picture time goes on: the window follows, and the arrows find what comes in.
    if (direction !== 'left' && direction !== 'right') return;
    const share = direction === 'left' ? -PAN_STEP * 2 : PAN_STEP * 2;
    goTo(panWindow(stage.chosenWindow(), stage.limits(), share));
  };

  const focusOn = (item: FocusItem): void => {
    stage.setFocusKey(item.key);
    stage.flush();
    const element = elementOf(svg, item.key);
    element?.focus({ preventScroll: true });
    const top = item.y - 30;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    const bottom = item.y + 30 - scroller.clientHeight;
    if (bottom > scroller.scrollTop) scroller.scrollTop = bottom;
  };

  // Zooming by key works wherever the focus is, as long as nobody is typing or in a dialog.
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || isTyping(event.target) || isInDialog(event.target)) return;
      const command = commandOf(ZOOM_KEYS, event, options.areLettersOn());
      if (command === null) return;
      event.preventDefault();
      zoom(command, event.repeat);
    },
    { signal },
  );

  const detachRange = attachRangeDrag(svg, (fromPx, toPx) => {
    const during = { startMs: instantOf(fromPx, stage), endMs: instantOf(toPx, stage) };
    store.getState().choose((choices) => ({ ...choices, during }));
  });

  return {
    zoom: (command) => zoom(command),
    destroy() {
      abort.abort();
      detachRange();
    },
  };
}

/** The selected event stays where it is while one zooms by button or key; else the middle does. */
function zoomCentre(store: AppStore, window: Interval): number {
  const { details, choices } = store.getState();
  if (details?.kind === 'event' && choices.selection?.id === details.id) {
    const middle = (details.date.startMs + details.date.endMs) / 2;
    if (middle > window.startMs && middle < window.endMs) return middle;
  }
  return (window.startMs + window.endMs) / 2;
}

/** A cluster opens over the whole width, but never by less than a zoom step. */
function clusterWindow(cluster: Interval, window: Interval, limits: Interval): Interval {
  const span = (window.endMs - window.startMs) / ZOOM_STEP ** 2;
  if (cluster.endMs - cluster.startMs < span) {
    const middle = (cluster.startMs + cluster.endMs) / 2;
    const around = Math.max((cluster.endMs - cluster.startMs) * 2, span / 4);
    return zoomWindow(
      windowShowing(window, { startMs: middle, endMs: middle }, limits),
      limits,
      (window.endMs - window.startMs) / around,
      middle,
    );
  }
  return cluster;
}

/** From instants to the pixels of scale space, as the picture was drawn last. */
function scaleOf(
  { offsetPx, plotWidthPx }: TimelineGeometry,
  window: Interval,
): ScaleLinear<number, number> {
  return scaleLinear([window.startMs, window.endMs], [offsetPx, offsetPx + plotWidthPx]);
}

function keyAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-key]')?.getAttribute('data-key') ?? null;
}

function markIdOf(geometry: TimelineGeometry | null, key: string | null): string | null {
  return geometry?.marks.find((mark) => mark.key === key)?.mark.id ?? null;
}

function elementOf(svg: SVGSVGElement, key: string): SVGGElement | null {
  return svg.querySelector<SVGGElement>(`[data-key="${CSS.escape(key)}"]`);
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('dialog, [role="dialog"], [role="menu"]') !== null
  );
}

function instantAt(event: MouseEvent, svg: SVGSVGElement, stage: Stage): number {
  return instantOf(event.clientX - svg.getBoundingClientRect().left, stage);
}

/** The instant at so many pixels from the SVG's left edge, in the window as shown. */
function instantOf(xPx: number, stage: Stage): number {
  const geometry = stage.geometry();
  const window = stage.shownWindow();
  if (geometry === null) return window.startMs;
  const share = (xPx - stage.gutterPx()) / geometry.plotWidthPx;
  return window.startMs + Math.min(1, Math.max(0, share)) * (window.endMs - window.startMs);
}
