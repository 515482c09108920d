/*
 * The address bar: its encoding of the choices, and the browser's back and forward.
 * Knows: the store, the codec, the page's location and history. Must not know: React, views.
 *
 * The one rule: the browser's history is the log of what was settled. Every settled change (a step,
 * an undo, a redo, another history) is an entry of its own; a preview only rewrites the entry that
 * it leaves, and that is put right before the next one is pushed. Whoever arrives at an entry (back,
 * forward, an address pasted by hand) gets the choices that stand there and no new entry: as an undo
 * where they are the last of `past`, as a redo where they are the next of `future` (where they are
 * both, the direction decides), else as a step.
 */
import type { AppState } from './appState.ts';
import type { Choices } from './choices.ts';
import { DEFAULT_CHOICES } from './choices.ts';
import { decodeChoices, encodeChoices } from './codec.ts';
import { fitToHistory } from './fit.ts';
import { joinNotices } from './notices.ts';
import { readSource, searchWithSource } from './source.ts';
import type { AppStore } from './store.ts';
import { isSameChoices } from './undo.ts';

/** Browsers refuse more than about a hundred rewrites in half a minute. */
const PREVIEW_INTERVAL_MS = 400;

/**
 * Opens what the page's address names, then keeps the two in step; the result ends that. Steps are written
 * `later`: that takes the browser longer than most of them take us, so the frame that shows one goes first.
 */
export function connectAddress(
  store: AppStore,
  page: Window = window,
  later: (work: () => void) => void = (work) => page.setTimeout(work, 0),
): () => void {
  const { location, history, document } = page;
  /** Counts entries along the browser's history, so that an arrival knows its direction. */
  let entry = entryOf(history.state) ?? 0;
  let isArriving = false;
  let hasPreview = false;
  let timer: number | null = null;
  /** Steps that are taken and not yet written. */
  let due: (() => void)[] = [];

  const addressOf = (choices: Choices): string => {
    const { source } = store.getState();
    const { search } = location;
    const hash = isSameChoices(choices, DEFAULT_CHOICES) ? '' : `#${encodeChoices(choices)}`;
    const present = source === null ? search : searchWithSource(search, source, document.baseURI);
    return location.pathname + present + hash;
  };
  const write = (isNew: boolean, choices: Choices): void => {
    if (timer !== null) page.clearTimeout(timer);
    timer = null;
    const address = addressOf(choices);
    if (isNew) entry += 1;
    try {
      if (isNew) history.pushState({ entry }, '', address);
      else history.replaceState({ entry }, '', address);
    } catch {
      // The browser limits how often: the choices stand all the same, and the next write catches up.
    }
  };

  const writeDue = (): void => {
    const steps = due;
    due = [];
    for (const step of steps) step();
  };
  const writeLater = (step: () => void): void => {
    due.push(step);
    if (due.length === 1) later(writeDue);
  };

  /** The search part already names the history that stands: it was arrived at, not moved to. */
  const namesSource = ({ source }: AppState): boolean =>
    source === null ||
    searchWithSource(location.search, source, document.baseURI) === location.search;

  const unsubscribe = store.subscribe((state, before) => {
    if (isArriving) return;
    const isOtherHistory = state.openings !== before.openings;
    if (isOtherHistory || state.settled !== before.settled) {
      // Presenting is no step that can be undone, but one that the browser's Back takes.
      const isStep =
        state.past !== before.past ||
        state.future !== before.future ||
        state.settled.presenting !== before.settled.presenting;
      const isNew = isOtherHistory ? !namesSource(state) : isStep && state.history !== null;
      const isPutRight = isNew && hasPreview && !isOtherHistory;
      hasPreview = false;
      const step = (): void => {
        if (isPutRight) write(false, before.settled);
        write(isNew, state.settled);
      };
      if (isNew && state.past !== before.past) writeLater(step);
      else {
        writeDue();
        step();
      }
    } else if (state.source?.url !== before.source?.url) {
      writeDue();
      // The first edit makes a copy; what was nowhere but in this page is no address to come back to.
      write(before.source?.url.startsWith('local:') !== true, state.settled);
    } else if (state.choices !== before.choices) {
      timer ??= page.setTimeout(() => {
        hasPreview = true;
        write(false, store.getState().choices);
      }, PREVIEW_INTERVAL_MS);
    }
  });

  const arrive = (): void => {
    const state = store.getState();
    const source = readSource(location.search, document.baseURI);
    const { choices, problems } = decodeChoices(location.hash);
    const awaited = state.opening ?? state.source;
    if (!source.ok || source.value.url !== awaited?.url) {
      store.setState((present) => ({
        notice: joinNotices(present.notice, problems),
        openFailure: source.ok ? null : source.error,
      }));
      if (source.ok) state.open(source.value, choices);
      return;
    }
    const fitted = state.history === null ? null : fitToHistory(choices, state.history);
    walkTo(store, fitted?.choices ?? choices, (entryOf(history.state) ?? entry + 1) > entry);
    const all = [...problems, ...(fitted?.problems ?? [])];
    if (all.length > 0) store.setState({ notice: joinNotices(store.getState().notice, all) });
  };

  const onArrival = (): void => {
    if (timer !== null) page.clearTimeout(timer);
    timer = null;
    // Where one is now, a step that was left unwritten has no entry any more.
    due = [];
    hasPreview = false;
    isArriving = true;
    try {
      arrive();
    } finally {
      isArriving = false;
    }
    entry = entryOf(history.state) ?? entry + 1;
    if (store.getState().opening === null) write(false, store.getState().settled);
  };

  arrive();
  page.addEventListener('popstate', onArrival);
  page.addEventListener('hashchange', onArrival);
  page.addEventListener('pagehide', writeDue);
  return () => {
    unsubscribe();
    writeDue();
    page.removeEventListener('pagehide', writeDue);
    if (timer !== null) page.clearTimeout(timer);
    page.removeEventListener('popstate', onArrival);
    page.removeEventListener('hashchange', onArrival);
  };
}

function walkTo(store: AppStore, target: Choices, isForward: boolean): void {
  const { preview, undoStep, redoStep, choose, amend, settled } = store.getState();
  // The address rules: a gesture under way has no entry to return to.
  preview(() => settled);
  if (isSameChoices(target, settled)) return;
  const { presenting } = target;
  if (isSameChoices({ ...target, presenting: settled.presenting }, settled)) {
    amend((present) => ({ ...present, presenting }));
    return;
  }
  const { past, future } = store.getState();
  const isPast = isSame(past.at(-1), target);
  const isNext = isSame(future[0], target);
  if (isNext && (isForward || !isPast)) redoStep();
  else if (isPast) undoStep();
  else choose(() => target);
}

function isSame(a: Choices | undefined, b: Choices): boolean {
  return a !== undefined && isSameChoices(a, b);
}

/** The number that an entry carries; null for one that the user or another program made. */
function entryOf(state: unknown): number | null {
  if (typeof state !== 'object' || state === null || !('entry' in state)) return null;
  return typeof state.entry === 'number' ? state.entry : null;
}
