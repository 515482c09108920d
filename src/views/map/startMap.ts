/*
 * Brings the map's nodes to life: stage, gestures, sizes, fonts, outlines, card.
 * Knows: all of those. Must not know: React.
 */
import type { AppStore } from '../../state/store.ts';
import { createMeasureText } from '../../ui/measureText.ts';
import { setAttr } from '../svg.ts';
import { createCard } from './card.ts';
import { createLayers } from './draw.ts';
import { attachGestures, type Gestures } from './gestures.ts';
import { createGround } from './ground.ts';
import { createPicture, type Fonts } from './picture.ts';
import { createStage } from './stage.ts';

export interface MapNodes {
  readonly section: HTMLElement;
  readonly frame: HTMLElement;
  readonly plot: SVGSVGElement;
  readonly card: HTMLElement;
}

export interface MapParts {
  readonly gestures: Gestures;
  /** Asks for the outlines again. */
  readonly retry: () => void;
  destroy(): void;
}

export interface MapOptions {
  readonly areLettersOn: () => boolean;
  /** Tells whether the outlines failed to come; the places stand all the same. */
  readonly onOutlines: (haveFailed: boolean) => void;
}

export function startMap(nodes: MapNodes, store: AppStore, options: MapOptions): MapParts {
  const abort = new AbortController();
  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)');
  const picture = createPicture(createLayers(nodes.plot));
  const card = createCard(nodes.card);
  const ground = createGround({
    onArrival: () => {
      if (abort.signal.aborted) return;
      options.onOutlines(false);
      stage.schedule();
    },
    onFailure: (error) => {
      if (abort.signal.aborted) return;
      reportError(error);
      options.onOutlines(true);
      stage.schedule();
    },
  });
  const stage = createStage({
    svg: nodes.plot,
    picture,
    ground,
    store,
    isMotionReduced: () => reducedMotion.matches,
    onBusy: (isBusy) => setAttr(nodes.section, 'aria-busy', String(isBusy)),
    onFrame: (geometry) => {
      const { highlight } = store.getState();
      card.render(geometry, highlight?.kind === 'place' ? highlight.id : null);
    },
  });
  const gestures = attachGestures({
    svg: nodes.plot,
    section: nodes.section,
    stage,
    store,
    areLettersOn: options.areLettersOn,
  });

  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    const { width, height } = entry.contentRect;
    if (width > 0 && height > 0) stage.setSize({ widthPx: width, heightPx: height });
  });
  observer.observe(nodes.frame);

  stage.setFonts(fontsOf(nodes.plot));
  // Until the self-hosted faces have loaded, widths are those of the fallback.
  void document.fonts.ready.then(() => {
    if (!abort.signal.aborted) stage.setFonts(fontsOf(nodes.plot));
  });
  return {
    gestures,
    retry: () => ground.retry(),
    destroy() {
      abort.abort();
      observer.disconnect();
      gestures.destroy();
      stage.destroy();
    },
  };
}

function fontsOf(element: Element): Fonts {
  const family = getComputedStyle(element).fontFamily || 'sans-serif';
  return {
    // Names are measured at the weight that chosen ones have, so that a choice moves nothing.
    name: createMeasureText(`650 13px ${family}`, 7.3),
    count: createMeasureText(`600 12px ${family}`, 7),
  };
}
