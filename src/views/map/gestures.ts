/*
 * What pointer and keys do on the map, beyond panning and zooming by d3-zoom.
 * Knows: the stage, the store. Must not know: React, how anything is drawn.
 */
import { valueUse, withUse, type Choices } from '../../state/choices.ts';
import type { AppStore } from '../../state/store.ts';
import { commandOf, isTyping, type KeyBinding } from '../../ui/keymap.ts';
import type { PlaceGroup } from './gather.ts';
import { MAX_ZOOM, baseScale, panCamera, toPlane, toScreen, zoomCamera } from './projection.ts';
import type { MapCamera, Point } from './projection.ts';
import { nextGroup, type Direction } from './roving.ts';
import type { Stage } from './stage.ts';

const ZOOM_STEP = 1.8;
const PAN_STEP = 0.25;
/** A place that the arrows lead to stands at least so far inside the picture. */
const INSIDE_PX = 48;

export type ZoomCommand = 'zoom-in' | 'zoom-out' | 'fit';

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

const PANS: Readonly<Partial<Record<Direction, Point>>> = {
  left: [-PAN_STEP, 0],
  right: [PAN_STEP, 0],
  up: [0, -PAN_STEP],
  down: [0, PAN_STEP],
};

export interface GestureOptions {
  readonly svg: SVGSVGElement;
  /** The view's own element: keys pressed in it are the map's. */
  readonly section: HTMLElement;
  readonly stage: Stage;
  readonly store: AppStore;
  readonly areLettersOn: () => boolean;
}

export interface Gestures {
  zoom(command: ZoomCommand): void;
  destroy(): void;
}

export function attachGestures(options: GestureOptions): Gestures {
  const { svg, section, stage, store } = options;
  const abort = new AbortController();
  const { signal } = abort;

  /** Where the focus is to go as soon as the picture has come there; keys already mean that place. */
  let heading: string | null = null;

  const groupOf = (key: string | null): PlaceGroup | null =>
    stage.geometry()?.groups.find((group) => group.key === key) ?? null;

  const zoom = (command: ZoomCommand, isRepeat = false): void => {
    if (command === 'fit') {
      stage.goTo(null, isRepeat);
      return;
    }
    const factor = command === 'zoom-in' ? ZOOM_STEP : 1 / ZOOM_STEP;
    const camera = stage.chosenCamera();
    stage.goTo(zoomCamera(camera, factor, zoomCentre(camera), stage.size()), isRepeat);
  };

  /** What one looks at stays where it is while one zooms by button or key: the focused place, the chosen one. */
  const zoomCentre = (camera: MapCamera): Point => {
    const focused = svg.contains(document.activeElement)
      ? groupOf(keyAt(document.activeElement))
      : null;
    const found = stage.found();
    const circle = stage
      .geometry()
      ?.circles.find(({ group }) => group.members.some(({ id }) => found.has(id)));
    return (focused ?? circle?.group)?.head.point ?? camera.centre;
  };

  const open = (key: string): void => {
    const group = groupOf(key);
    if (group === null) return;
    const camera = stage.chosenCamera();
    const isDeep = camera.scale >= baseScale(stage.size()) * MAX_ZOOM * 0.99;
    if (group.isOnePlace || isDeep) store.getState().choose(toggled(group));
    // Neighbours that only stand close together are no one place: they open.
    else {
      const closer = { ...camera, centre: group.head.point };
      stage.goTo(zoomCamera(closer, ZOOM_STEP * ZOOM_STEP, group.head.point, stage.size()));
    }
  };

  svg.addEventListener(
    'click',
    (event) => {
      const key = keyAt(event.target);
      // The second click of a double-click would undo what the first one did.
      if (key !== null && event.detail <= 1 && !event.shiftKey) open(key);
    },
    { signal },
  );
  svg.addEventListener(
    'dblclick',
    (event) => {
      if (keyAt(event.target) !== null) return;
      const camera = stage.chosenCamera();
      const box = svg.getBoundingClientRect();
      const at = toPlane([event.clientX - box.left, event.clientY - box.top], camera, stage.size());
      stage.goTo(zoomCamera(camera, ZOOM_STEP * ZOOM_STEP, at, stage.size()));
    },
    { signal },
  );

  const onPointed = (event: Event): void => {
    const key = keyAt(event.target);
    store.getState().setHighlight(key === null ? null : { kind: 'place', id: key });
  };
  svg.addEventListener('pointerover', onPointed, { signal });
  svg.addEventListener('pointerleave', () => store.getState().setHighlight(null), { signal });
  svg.addEventListener(
    'focusin',
    (event) => {
      const key = keyAt(event.target);
      heading = null;
      if (key !== null) stage.setFocusPlace(key, false);
      onPointed(event);
    },
    { signal },
  );
  svg.addEventListener('focusout', () => store.getState().setHighlight(null), { signal });

  svg.addEventListener(
    'keydown',
    (event) => {
      const key = heading ?? keyAt(event.target);
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (key !== null && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        if (!event.repeat) open(key);
        return;
      }
      const direction = ARROWS[event.key];
      if (direction === undefined) return;
      event.preventDefault();
      const pan = PANS[direction];
      if (!event.shiftKey) moveFocus(direction, key);
      else if (pan !== undefined) {
        stage.goTo(panCamera(stage.chosenCamera(), ...pan, stage.size()), event.repeat);
      }
    },
    { signal },
  );

  const moveFocus = (direction: Direction, key: string | null): void => {
    const next = nextGroup(stage.geometry()?.groups ?? [], key, direction);
    if (next === null) return;
    bringIntoView(next);
    const circle = svg.querySelector<SVGGElement>(`[data-key="${CSS.escape(next.key)}"]`);
    heading = circle === null ? next.key : null;
    stage.setFocusPlace(next.head.place.id, circle === null);
    circle?.focus({ preventScroll: true });
  };

  const bringIntoView = ({ head }: PlaceGroup): void => {
    const camera = stage.chosenCamera();
    const size = stage.size();
    const [x, y] = toScreen(head.point, camera, size);
    const isInside =
      x >= INSIDE_PX &&
      y >= INSIDE_PX &&
      x <= size.widthPx - INSIDE_PX &&
      y <= size.heightPx - INSIDE_PX;
    if (!isInside) stage.goTo({ ...camera, centre: head.point });
  };

  const onZoomKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTyping(event.target) || isInDialog(event.target)) return;
    const command = commandOf(ZOOM_KEYS, event, options.areLettersOn());
    if (command === null) return;
    event.preventDefault();
    zoom(command, event.repeat);
  };
  // In the map its keys are its own; from elsewhere they reach the view that stands first.
  section.addEventListener('keydown', onZoomKey, { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (store.getState().choices.views[0] === 'map') onZoomKey(event);
    },
    { signal },
  );

  return {
    zoom: (command) => zoom(command),
    destroy: () => abort.abort(),
  };
}

/** Filters by all that the circle stands for; where it already does, no longer. */
function toggled({ filterIds }: PlaceGroup): (choices: Choices) => Choices {
  return (choices) => {
    const isOn = (id: string): boolean => {
      const use = valueUse(choices, 'place', id);
      return use === 'any' || use === 'all';
    };
    const use = filterIds.every(isOn) ? null : 'any';
    return filterIds
      .filter((id) => use === null || !isOn(id))
      .reduce((present, id) => withUse(present, 'place', id, use), choices);
  };
}

function keyAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-key]')?.getAttribute('data-key') ?? null;
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('dialog, [role="dialog"], [role="menu"]') !== null
  );
}
