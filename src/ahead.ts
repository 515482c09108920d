/*
 * The bundled history's first picture, drawn into the page that the build has put into index.html, before
 * React or a worker is fetched.
 * Knows: that page's elements (scripts/pageAhead.tsx), the first answers. Must not know: the store, React.
 */
import type { FirstAnswers } from './engine/firstAnswers.ts';
import { browserClock, createMeasures } from './state/measure.ts';
import { PHONE } from './ui/layouts.ts';
import { drawStill, type StillNodes } from './views/timeline/still.ts';

/**
 * Draws and resolves once it has been painted, so that nothing else takes the line or the processor before
 * it. At once where public/theme.js has not shown that page: the address asks for something else.
 */
export async function drawAhead(root: HTMLElement, first: FirstAnswers): Promise<void> {
  const page = root.querySelector<HTMLElement>(
    window.matchMedia(PHONE).matches ? '.ahead-phone' : '.ahead-wide',
  );
  if (page === null || document.documentElement.dataset['ahead'] === undefined) return;
  const nodes = nodesIn(page);
  if (nodes === null) return;
  for (const styled of page.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset['style'] ?? '';
  }
  const draw = (): void =>
    drawStill(nodes, {
      history: first.dataset,
      timeline: first.timeline.answer,
      overview: first.statistics.answer,
    });
  draw();
  if (document.fonts.status !== 'loaded') {
    // Names were measured in the stand-ins.
    void document.fonts.ready.then(() => {
      if (page.isConnected) draw();
    });
  }
  createMeasures(browserClock).done('picture', 0, { events: first.dataset.eventsTotal });
  // A page that nobody sees has no frames.
  if (document.visibilityState === 'visible') await painted();
}

function nodesIn(page: HTMLElement): StillNodes | null {
  const axis = page.querySelector<SVGSVGElement>('.timeline-axis svg');
  const plot = page.querySelector<SVGSVGElement>('.timeline-picture');
  const overview = page.querySelector<SVGSVGElement>('.timeline-overview svg');
  const scroller = page.querySelector<HTMLElement>('.timeline-scroll');
  const range = page.querySelector<HTMLElement>('.timeline-range');
  return axis && plot && overview && scroller && range
    ? { axis, plot, overview, scroller, range }
    : null;
}

/** After the next frame: what was drawn is on the screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve());
      port1.start();
      port2.postMessage(null);
    });
  });
}
