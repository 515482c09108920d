/*
 * Brings the timeline's nodes to life: stage, gestures, overview, sizes, fonts, card.
 * Knows: all of those. Must not know: React.
 */
import { isFiltered, queryOf } from '../../state/choices.ts';
import type { AppStore } from '../../state/store.ts';
import { setAttr } from '../svg.ts';
import { createCard } from './card.ts';
import { createLayers } from './draw.ts';
import { attachGestures, type Gestures } from './gestures.ts';
import { createOverview } from './overview.ts';
import { createPicture, type Sizes } from './picture.ts';
import { createStage, type Stage } from './stage.ts';
import { fontsOf, roomIn, sizesOf, windowWords } from './standing.ts';
import { keepLaneInView } from './laneInView.ts';
import { keepMatchInView } from './matchInView.ts';

export interface TimelineNodes {
  readonly section: HTMLElement;
  readonly axis: SVGSVGElement;
  readonly plot: SVGSVGElement;
  readonly overview: SVGSVGElement;
  readonly scroller: HTMLElement;
  readonly card: HTMLElement;
  readonly range: HTMLElement;
}

export interface TimelineParts {
  readonly stage: Stage;
  readonly gestures: Gestures;
  destroy(): void;
}

const FLIGHT_MS = 320;
/** A room follows a flight that one hand has not begun. */
const STAGE_FLIGHT_MS = 900;

export function startTimeline(
  nodes: TimelineNodes,
  store: AppStore,
  areLettersOn: () => boolean,
  onError: (error: unknown) => void,
  isOnStage: boolean,
): TimelineParts {
  const abort = new AbortController();
  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)');
  const coarse = window.matchMedia('(pointer: coarse)');
  const picture = createPicture(createLayers(nodes.plot), nodes.axis);
  const card = createCard(nodes.card, nodes.plot);
  const inView = keepLaneInView(nodes.scroller);
  const matchInView = keepMatchInView(nodes.scroller);
  let sizes: Sizes | null = null;
  /** Heard, since asking for it in the middle of a frame would have everything laid out. */
  let scrollTopPx = nodes.scroller.scrollTop;
  nodes.scroller.addEventListener(
    'scroll',
    () => {
      scrollTopPx = nodes.scroller.scrollTop;
    },
    { signal: abort.signal, passive: true },
  );

  const stage = createStage({
    svg: nodes.plot,
    picture: {
      render(input) {
        if (store.getState().highlight !== null) card.lookWhere();
        return picture.render(input);
      },
    },
    store,
    isMotionReduced: () => reducedMotion.matches,
    sight: () => ({ fromPx: scrollTopPx, toPx: scrollTopPx + (sizes?.viewHeightPx ?? 0) }),
    flightMs: isOnStage ? STAGE_FLIGHT_MS : FLIGHT_MS,
    onError,
    onBusy: (isBusy) => setAttr(nodes.section, 'aria-busy', String(isBusy)),
    onFrame: (geometry, window) => {
      const state = store.getState();
      const selection = state.choices.selection;
      const { highlight } = state;
      const { choices, timeline: answer } = state;
      const query = isFiltered(choices) ? queryOf(choices) : null;
      // A filter comes before what is read: that has the last word about where one looks.
      const hasScrolled = [
        matchInView(geometry, query, answer),
        inView(geometry, selection?.kind === 'event' ? selection.id : null),
      ].includes(true);
      if (hasScrolled && highlight !== null) card.lookWhere();
      const pointed = highlight?.kind === 'event' ? highlight.id : null;
      card.render(geometry, sizes?.gutterPx ?? 0, pointed);
      const words = windowWords(window);
      if (nodes.range.textContent !== words) nodes.range.textContent = words;
      if (sizes === null) return;
      overview.render({
        counts: state.overview,
        window,
        limits: stage.limits(),
        during: state.choices.during,
        isAtRest: stage.isAtRest(),
        gutterPx: sizes.gutterPx,
        plotWidthPx: geometry.plotWidthPx,
      });
    },
  });
  const overview = createOverview(nodes.overview, {
    onMove: (window) => stage.move(window),
    onRest: () => store.getState().settle(),
  });
  const gestures = attachGestures({
    svg: nodes.plot,
    scroller: nodes.scroller,
    stage,
    store,
    areLettersOn,
  });

  const setSizes = (widthPx: number, viewHeightPx: number): void => {
    if (widthPx === 0) return;
    sizes = sizesOf(widthPx, viewHeightPx, coarse.matches, isOnStage);
    stage.setSizes(sizes);
  };
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) setSizes(entry.contentRect.width, entry.contentRect.height);
  });
  observer.observe(nodes.scroller);

  stage.setFonts(fontsOf(nodes.plot));
  // The observer tells only after the next frame's callbacks: by then the question could be answered.
  const room = roomIn(nodes.scroller);
  setSizes(room.widthPx, room.heightPx);
  // Until the self-hosted faces have loaded, widths are those of the fallback.
  void document.fonts.ready.then(() => {
    if (!abort.signal.aborted) stage.setFonts(fontsOf(nodes.plot));
  });
  return {
    stage,
    gestures,
    destroy() {
      abort.abort();
      observer.disconnect();
      gestures.destroy();
      stage.destroy();
      overview.destroy();
    },
  };
}
