/*
 * How much larger a slide's picture is than it is laid out, so that its names can be read from the last row.
 * Knows: the picture's element, whose style sheet reads --picture-scale. Must not know: scenes, what is drawn.
 */
import { useEffect, type RefObject } from 'react';
import { decodeChoices } from '../state/codec.ts';

/** Names are 13 px in the timeline and 12 px elsewhere, and a slide's are to be 24. */
const TIMELINE_SCALE = 1.86;
const SCALE = 2.02;
/** What is in sight counts more than its size: a picture that overflows is laid out larger, step by step. */
const STEP = 0.87;
const LEAST = 0.6;

export function usePictureScale(ground: RefObject<HTMLElement | null>, view: string): void {
  useEffect(() => {
    const element = ground.current;
    if (element === null) return undefined;
    const { views } = decodeChoices(view).choices;
    let scale = views.join() === 'timeline' ? TIMELINE_SCALE : SCALE;
    const set = (): void => element.style.setProperty('--picture-scale', String(scale));
    let frame = 0;
    const setBusy = (isBusy: boolean): void => {
      const scaled = element.firstElementChild;
      const said = String(isBusy);
      if (scaled?.getAttribute('aria-busy') !== said) scaled?.setAttribute('aria-busy', said);
    };
    set();
    const check = (): void => {
      const isOver = [...element.querySelectorAll('.timeline-scroll')].some(
        // Only at rest: in a flight heights are on their way.
        (scroller) =>
          scroller.closest('.timeline[aria-busy="true"]') === null &&
          scroller.scrollHeight > scroller.clientHeight + 1,
      );
      setBusy(isOver && scale >= LEAST);
      if (!isOver || scale < LEAST) return;
      scale *= STEP;
      set();
      // The view hears of its room in the next frame, and draws in the one after.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          frame = requestAnimationFrame(check);
        });
      });
    };
    const observer = new MutationObserver(check);
    observer.observe(element, { subtree: true, attributes: true, attributeFilter: ['aria-busy'] });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [ground, view]);
}
