/*
 * Brings the network's nodes to life: stage, gestures, card, sizes, fonts, theme.
 * Knows: all of those. Must not know: React.
 */
import type { AppStore } from '../../state/store.ts';
import { createMeasureText, type MeasureText } from '../../ui/measureText.ts';
import { setAttr } from '../svg.ts';
import { createCard } from './card.ts';
import { attachGestures, type Gestures, type PointedTie } from './gestures.ts';
import type { PictureSize } from './layoutCamera.ts';
import { createStage, type Stage } from './stage.ts';

export interface NetworkElements {
  readonly section: HTMLElement;
  /** What the picture fills. */
  readonly ground: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly svg: SVGSVGElement;
  readonly card: HTMLElement;
}

export interface NetworkParts {
  readonly stage: Stage;
  readonly gestures: Gestures;
  destroy(): void;
}

export interface StartOptions {
  readonly elements: NetworkElements;
  readonly store: AppStore;
  readonly areLettersOn: () => boolean;
  readonly onTies: () => void;
}

export function startNetwork({
  elements,
  store,
  areLettersOn,
  onTies,
}: StartOptions): NetworkParts {
  const { section, ground, canvas, svg, card: cardElement } = elements;
  const abort = new AbortController();
  const { signal } = abort;
  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)');
  const card = createCard(cardElement);
  let size: PictureSize | null = null;
  let tie: PointedTie | null = null;

  const stage = createStage({
    svg,
    canvas,
    store,
    isMotionReduced: () => reducedMotion.matches,
    isHandled: (event) => isOnNode(event) && !isFinger(event),
    onFrame: (geometry, look) => {
      const { choices, network } = store.getState();
      const measure = choices.network.sizeBy;
      const isEstimated = network?.isEstimated ?? false;
      const isMoving = stage.camera.isMoving();
      if (size !== null) card.render({ geometry, size, look, tie, measure, isEstimated, isMoving });
    },
    onBusy: (isBusy) => setAttr(section, 'aria-busy', String(isBusy)),
  });
  const gestures = attachGestures({
    svg,
    section,
    stage,
    store,
    areLettersOn,
    onTie: (next) => {
      if (next === null && tie === null) return;
      tie = next;
      stage.touch();
    },
    onTies,
  });

  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    const { width, height } = entry.contentRect;
    if (width < 1 || height < 1) return;
    size = { widthPx: width, heightPx: height };
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
    stage.setSize(size);
  });
  observer.observe(ground);

  // Names are measured once their faces are there: another width would be another layout.
  void document.fonts.ready.then(() => {
    if (!signal.aborted) stage.setMeasure(measureOf(svg));
    return null;
  });

  const theme = new MutationObserver(() => stage.repaint());
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  window
    .matchMedia('(prefers-color-scheme: dark)')
    .addEventListener('change', () => stage.repaint(), { signal });

  return {
    stage,
    gestures,
    destroy() {
      abort.abort();
      observer.disconnect();
      theme.disconnect();
      gestures.destroy();
      stage.destroy();
    },
  };

  /** With the mouse a node is dragged; a finger drags only what it has selected. */
  function isFinger(event: Event): boolean {
    if (!('touches' in event)) return false;
    const { selection } = store.getState().choices;
    const key = keyOf(event);
    return selection === null || key !== `${selection.kind}:${selection.id}`;
  }

  function isOnNode(event: Event): boolean {
    if (keyOf(event) !== null) return true;
    if (!(event instanceof MouseEvent)) return false;
    const { left, top } = svg.getBoundingClientRect();
    return stage.keyAt(event.clientX - left, event.clientY - top) !== null;
  }
}

function keyOf({ target }: Event): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-key]')?.getAttribute('data-key') ?? null;
}

/** Names are measured at the weight that matches have, so that a filter moves nothing. */
function measureOf(element: Element): MeasureText {
  const family = getComputedStyle(element).fontFamily || 'sans-serif';
  return createMeasureText(`600 12px ${family}`, 6.6);
}
