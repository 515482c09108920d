import { useEffect, useRef, type RefObject } from 'react';
import type { Ref } from '../../engine/port.ts';
import { useAppStore } from '../../state/hooks.tsx';
import { NARROW } from '../../ui/layouts.ts';

type OnTitle = (title: HTMLElement | null) => void;
type Focusable = HTMLElement | SVGElement;

/**
 * Where the focus goes when details come and go. Who opens one event after another in a view keeps
 * the place there while the details stand beside it; from anywhere else, and where they lie over the
 * view, the focus moves to their title. When they close it goes back to what opened them.
 *
 * Returns what to call with the title of other details once it stands on the page.
 */
export function useDetailsFocus(panel: RefObject<HTMLElement | null>): OnTitle {
  const store = useAppStore();
  const opener = useRef<Focusable | null>(null);
  const isAwaited = useRef(false);

  useEffect(
    () =>
      store.subscribe(({ choices }, before) => {
        const now = choices.selection;
        const was = before.choices.selection;
        if (isSameRef(now, was)) return;
        const active = focused();
        const isInside = active !== null && panel.current?.contains(active) === true;
        if (now === null) {
          if (isInside || active === null) giveBack(opener.current);
          return;
        }
        if (was === null) opener.current = active;
        isAwaited.current =
          isInside || (active !== null && (!isInView(active) || window.matchMedia(NARROW).matches));
      }),
    [store, panel],
  );

  return (title) => {
    if (title === null || !isAwaited.current) return;
    isAwaited.current = false;
    title.focus();
  };
}

/** What has the focus; null where nothing in particular has it. */
function focused(): Focusable | null {
  const active = document.activeElement;
  const isSomething = active instanceof HTMLElement || active instanceof SVGElement;
  return isSomething && active !== document.body ? active : null;
}

function isInView(element: Element): boolean {
  return element.closest('[role="tabpanel"]') !== null;
}

function giveBack(opener: Focusable | null): void {
  if (opener?.isConnected === true) opener.focus();
  // What opened them is gone (another picture stands): the view itself is the nearest place.
  else document.querySelector('main')?.focus();
}

function isSameRef(a: Ref | null, b: Ref | null): boolean {
  return a?.kind === b?.kind && a?.id === b?.id;
}
