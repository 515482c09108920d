/**
 * Component tests run in jsdom, which lays nothing out. What the program asks of a layout gets the
 * plainest honest answer here; whatever hangs on a real one is tested in a browser.
 */
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

/** What every element measures: a view has a size, and so draws. */
const SIZE = { width: 1200, height: 700 };

/** Reports the one size, once, as a browser does after the first layout. */
class FixedSizeObserver implements ResizeObserver {
  readonly #report: ResizeObserverCallback;

  constructor(report: ResizeObserverCallback) {
    this.#report = report;
  }

  observe(target: Element): void {
    const contentRect = DOMRectReadOnly.fromRect(SIZE);
    const box = [{ inlineSize: SIZE.width, blockSize: SIZE.height }];
    const sizes = { borderBoxSize: box, contentBoxSize: box, devicePixelContentBoxSize: box };
    this.#report([{ target, contentRect, ...sizes }], this);
  }

  unobserve(): void {}

  disconnect(): void {}
}

/** A wide screen with a mouse, and a reader who wants no motion: what is animated is done at once. */
function matchMedia(media: string): MediaQueryList {
  const list = new EventTarget();
  return Object.assign(list, {
    media,
    matches: media.includes('prefers-reduced-motion: reduce'),
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', FixedSizeObserver);
  vi.stubGlobal('matchMedia', matchMedia);
  // No canvas: the program falls back to a width per character.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  // No faces to load: they are there at once.
  Object.assign(document, { fonts: { ready: Promise.resolve() } });
  // jsdom has dialogs that neither open nor close.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
  // Nor has it popovers: what is in one is there, and nothing covers anything.
  HTMLElement.prototype.showPopover = () => undefined;
  HTMLElement.prototype.hidePopover = () => undefined;
  // Nothing scrolls and no pointer is captured where nothing has a place.
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.setPointerCapture = () => undefined;
  Element.prototype.releasePointerCapture = () => undefined;
  Element.prototype.hasPointerCapture = () => false;
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
