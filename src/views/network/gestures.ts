/*
 * What pointer and keys do on the network, beyond panning and zooming by d3-zoom.
 * Knows: the stage, the store. Must not know: React, how anything is drawn.
 */
import type { AppStore } from '../../state/store.ts';
import { commandOf, isTyping, type KeyBinding } from '../../ui/keymap.ts';
import { changedNetwork, open, pinned, unpinned } from './acts.ts';
import { tieAt } from './hits.ts';
import type { PlacedTie } from './layout.ts';
import { zoomed } from './layoutCamera.ts';
import { attachNodeDrag } from './nodeDrag.ts';
import { nextNode, type Direction } from './roving.ts';
import type { Stage } from './stage.ts';

const ZOOM_STEP = 1.5;
const PAN_STEP = 0.25;

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

export interface GestureOptions {
  readonly svg: SVGSVGElement;
  /** The whole view: the keys of zooming work anywhere in it. */
  readonly section: HTMLElement;
  readonly stage: Stage;
  readonly store: AppStore;
  readonly areLettersOn: () => boolean;
  /** The pointer is on a tie, or on none any more. */
  readonly onTie: (tie: PointedTie | null) => void;
  /** An actor that is selected already is opened once more: its ties are wanted. */
  readonly onTies: () => void;
}

export interface PointedTie {
  readonly placed: PlacedTie;
  readonly xPx: number;
  readonly yPx: number;
}

export interface Gestures {
  zoom(command: ZoomCommand): void;
  /** Puts the focus on a node, and the node into the picture. */
  focus(key: string): void;
  destroy(): void;
}

export function attachGestures(options: GestureOptions): Gestures {
  const { svg, section, stage, store, areLettersOn, onTie, onTies } = options;
  const abort = new AbortController();
  const { signal } = abort;

  const zoom = (command: ZoomCommand, isRepeat = false): void => {
    const { camera } = stage;
    if (command === 'fit') camera.goTo(null, isRepeat);
    else {
      const factor = command === 'zoom-in' ? ZOOM_STEP : 1 / ZOOM_STEP;
      camera.goTo(zoomed(camera.chosen(), factor, camera.fit()), isRepeat);
    }
  };

  const openKey = (key: string): void => {
    const node = stage.scene()?.byKey.get(key)?.node;
    if (node === undefined) return;
    const { choices, choose } = store.getState();
    if (choices.selection?.kind === node.kind && choices.selection.id === node.id) onTies();
    else choose(open(node));
  };

  const light = (key: string | null): void => {
    const node = key === null ? undefined : stage.scene()?.byKey.get(key)?.node;
    store.getState().setHighlight(node === undefined ? null : { kind: node.kind, id: node.id });
  };

  const pixelOf = (event: MouseEvent): readonly [x: number, y: number] => {
    const { left, top } = svg.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  /** The node under the pointer: an element, or painted on the canvas. */
  const keyAt = (event: MouseEvent): string | null =>
    elementKey(event.target) ?? stage.keyAt(...pixelOf(event));

  const drag = attachNodeDrag({
    svg,
    keyAt,
    isSelected: (key) => {
      const { selection } = store.getState().choices;
      return selection !== null && key === `${selection.kind}:${selection.id}`;
    },
    onDrag: (key, event) => {
      onTie(null);
      stage.drag(key, ...pixelOf(event));
    },
    onDrop: (key, event) => {
      const place = stage.drag(key, ...pixelOf(event));
      store.getState().choose(pinned(key, place));
    },
    onCancel: () => stage.endDrag(),
  });

  svg.addEventListener(
    'click',
    (event) => {
      const key = drag.isDragging() ? null : keyAt(event);
      // The second click of a double-click unpins, or zooms; it does not open.
      if (key === null || event.detail > 1 || event.shiftKey) return;
      stage.setFocusKey(key);
      openKey(key);
    },
    { signal },
  );
  svg.addEventListener(
    'dblclick',
    (event) => {
      const key = keyAt(event);
      if (key !== null) {
        store.getState().choose(unpinned(key));
        return;
      }
      const { camera } = stage;
      const present = camera.chosen();
      const [x, y] = pixelOf(event);
      const { width, height } = svg.getBoundingClientRect();
      const next = zoomed(present, ZOOM_STEP * ZOOM_STEP, camera.fit());
      const share = 1 / present.scale - 1 / next.scale;
      camera.goTo({
        ...next,
        x: present.x + (x - width / 2) * share,
        y: present.y + (y - height / 2) * share,
      });
    },
    { signal },
  );

  svg.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch' || event.buttons !== 0) return;
      const key = keyAt(event);
      light(key);
      svg.toggleAttribute('data-on-node', key !== null);
      const geometry = stage.geometry();
      const [xPx, yPx] = pixelOf(event);
      const placed = key === null && geometry !== null ? tieAt(geometry, xPx, yPx) : null;
      onTie(placed === null ? null : { placed, xPx, yPx });
    },
    { signal },
  );
  svg.addEventListener(
    'pointerleave',
    () => {
      light(null);
      onTie(null);
    },
    { signal },
  );
  svg.addEventListener(
    'focusin',
    (event) => {
      const key = elementKey(event.target);
      stage.setFocusKey(key);
      // A pointer's focus comes with its own light.
      if (event.target instanceof Element && event.target.matches(':focus-visible')) light(key);
    },
    { signal },
  );
  svg.addEventListener('focusout', () => light(null), { signal });

  const focus = (key: string): void => {
    stage.reveal(key);
    stage.setFocusKey(key);
    stage.flush();
    elementOf(svg, key)?.focus({ preventScroll: true });
  };

  const moveFocus = (direction: Direction, key: string | null): void => {
    const geometry = stage.geometry();
    if (geometry === null) return;
    const items = geometry.nodes.map(({ item, x, y }) => ({ key: item.node.key, x, y }));
    const next = nextNode(items, key, direction);
    if (next !== null) focus(next.key);
  };

  svg.addEventListener(
    'keydown',
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const key = elementKey(event.target);
      if (key !== null && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        openKey(key);
        return;
      }
      const direction = ARROWS[event.key];
      if (direction === undefined) return;
      event.preventDefault();
      if (!event.shiftKey) moveFocus(direction, key);
      else pan(direction, event.repeat);
    },
    { signal },
  );

  const pan = (direction: Direction, isRepeat: boolean): void => {
    const { width, height } = svg.getBoundingClientRect();
    const present = stage.camera.chosen();
    const dx = direction === 'right' ? 1 : direction === 'left' ? -1 : 0;
    const dy = direction === 'down' ? 1 : direction === 'up' ? -1 : 0;
    stage.camera.goTo(
      {
        ...present,
        x: present.x + (dx * PAN_STEP * width) / present.scale,
        y: present.y + (dy * PAN_STEP * height) / present.scale,
      },
      isRepeat,
    );
  };

  const onZoomKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTyping(event.target) || isInDialog(event.target)) return;
    const command = commandOf(ZOOM_KEYS, event, areLettersOn());
    if (command === null) return;
    event.preventDefault();
    zoom(command, event.repeat);
  };
  // Esc steps back one level, wherever the focus is: what is selected goes first, by the page; then what
  // the network is cut to.
  document.addEventListener(
    'keydown',
    (event) => {
      const { choices, choose } = store.getState();
      const { ego, chain } = choices.network;
      const isCut = ego !== null || chain !== null;
      if (event.key !== 'Escape' || event.defaultPrevented || !isCut) return;
      if (choices.selection !== null || isInDialog(event.target)) return;
      event.preventDefault();
      choose(changedNetwork(chain === null ? { ego: null } : { chain: null }));
    },
    { signal },
  );

  // Inside the view the keys are its own; elsewhere they belong to the first view on the page.
  section.addEventListener('keydown', onZoomKey, { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (store.getState().choices.views[0] === 'network') onZoomKey(event);
    },
    { signal },
  );

  return {
    zoom: (command) => zoom(command),
    focus,
    destroy() {
      abort.abort();
      drag.destroy();
    },
  };
}

function elementKey(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-key]')?.getAttribute('data-key') ?? null;
}

function elementOf(svg: SVGSVGElement, key: string): SVGGElement | null {
  return svg.querySelector<SVGGElement>(`[data-key="${CSS.escape(key)}"]`);
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('dialog, [role="dialog"], [role="menu"]') !== null
  );
}
