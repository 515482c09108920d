/**
 * The page as it stands before the first answers, as still markup: drawn by the program's own components in
 * a document of Node's, once for a wide window and once for a phone. Run by scripts/firstPicture.ts.
 *
 * What stands in it is not the program: nobody hears it, and nothing in it takes the focus.
 */
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { App } from '../src/App.tsx';
import { createFirstEngine, type FirstAnswers } from '../src/engine/firstAnswers.ts';
import { AppStoreProvider } from '../src/state/hooks.tsx';
import { createAppStore } from '../src/state/store.ts';

const NEVER = new Promise<never>(() => undefined);

/** Names that one page may have once only, or that would lead somewhere. */
const NOT_STILL = ['id', 'for', 'name', 'href', 'popovertarget', 'tabindex', 'autofocus'];

/** @param json FirstAnswers, as scripts/firstAnswers.ts writes them */
export async function pageAhead(json: string, isPhone: boolean): Promise<string> {
  const first = JSON.parse(json) as FirstAnswers;
  stubWindow(isPhone);
  const store = createAppStore({
    clock: { now: () => 0, nextFrame: () => undefined },
    openSource: () =>
      // The panels stay as they are before their answers: quiet, and little to send.
      Promise.resolve({
        ok: true,
        value: { ...createFirstEngine(first, () => NEVER), facets: () => NEVER },
      }),
  });
  const stands = new Promise<void>((resolve) => {
    store.subscribe(({ history }) => {
      if (history !== null) resolve();
    });
  });
  const source = { url: 'https://example.org/', isBundled: true };
  store.getState().open(source);
  await stands;
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() => {
    root.render(
      <AppStoreProvider store={store}>
        <App
          bundled={source}
          startFormats={() => {
            throw new Error('Nothing is opened here.');
          }}
        />
      </AppStoreProvider>,
    );
  });
  const markup = stillMarkup(place);
  root.unmount();
  return markup;
}

function stillMarkup(place: HTMLElement): string {
  // What is chosen is no attribute, and would be lost.
  for (const option of place.querySelectorAll('option')) {
    option.toggleAttribute('selected', option.selected);
  }
  const still = place.cloneNode(true);
  if (!(still instanceof HTMLElement)) throw new Error('The page was not drawn.');
  for (const svg of still.querySelectorAll('.timeline svg:not(.lucide)')) svg.replaceChildren();
  for (const element of still.querySelectorAll('*')) {
    for (const name of NOT_STILL) element.removeAttribute(name);
    const style = element.getAttribute('style');
    // The page's policy allows no style in markup: src/ahead.ts sets it.
    if (style !== null) element.setAttribute('data-style', style);
    element.removeAttribute('style');
  }
  return still.innerHTML;
}

/** What jsdom has no answer for. */
function stubWindow(isPhone: boolean): void {
  const matchMedia = (media: string): Partial<MediaQueryList> => ({
    media,
    matches: isPhone && media.startsWith('(width <'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  const ResizeObserver = class {
    observe(): void {}
    disconnect(): void {}
  };
  Object.assign(globalThis, { matchMedia, ResizeObserver });
  Object.assign(document, { fonts: { ready: NEVER } });
  HTMLCanvasElement.prototype.getContext = () => null;
}
