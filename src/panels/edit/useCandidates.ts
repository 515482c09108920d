import { useEffect, useState } from 'react';
import type { DatasetAnswer } from '../../engine/port.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import type { NamedList } from './fields.ts';

export interface Candidate {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of the same name. */
  readonly detail: string;
}

const SHOWN_LIMIT = 8;
/** Names and texts of all kinds come in one answer: so many hold enough of each. */
const HITS_LIMIT = 60;
const KINDS = { actors: 'actor', places: 'place', themes: 'theme', events: 'event' } as const;

/** Records whose name or alias begins like the text, best first; of events, those that are found by it. */
export function useCandidates(list: NamedList, text: string): readonly Candidate[] {
  const store = useAppStore();
  const history = useApp((state) => state.history);
  const [hits, setHits] = useState<{ readonly of: string; readonly found: readonly Candidate[] }>({
    of: '',
    found: [],
  });
  const wanted = text.trim();
  const asked = `${list} ${wanted}`;
  useEffect(() => {
    const engine = store.getState().lendEngine();
    if (engine === null || wanted === '' || list === 'sources') return undefined;
    const stop = new AbortController();
    engine.search({ text: wanted, limit: HITS_LIMIT }, stop.signal).then(
      (answer) => {
        const found = answer.hits
          .filter(({ kind }) => kind === KINDS[list])
          .map(({ id, name, detail }) => ({ id, name, detail }));
        setHits({ of: asked, found });
      },
      // Without an answer, the names at hand are what there is.
      () => undefined,
    );
    return () => stop.abort();
  }, [store, list, wanted, asked]);

  const all = history === null ? [] : namesOf(history, list);
  if (wanted === '') return all.slice(0, SHOWN_LIMIT);
  const further = hits.of === asked ? hits.found : [];
  const near = all.filter(({ name }) => isLike(name, wanted));
  const found = new Map([...further, ...near].map((each) => [each.id, each]));
  return [...found.values()]
    .map((each) => ({ each, rank: rank(each.name, wanted) }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, SHOWN_LIMIT)
    .map(({ each }) => each);
}

/** What the page knows by name; events it has to ask for. */
export function namesOf(history: DatasetAnswer, list: NamedList): readonly Candidate[] {
  switch (list) {
    case 'actors':
      return history.actors.map(({ id, name, kind, sector }) => ({
        id,
        name,
        detail: sector === null ? kind : `${kind}, ${sector.replaceAll('-', ' ')}`,
      }));
    case 'places':
      return history.places.map(({ id, name, kind = '' }) => ({ id, name, detail: kind }));
    case 'themes':
      return history.themes.map(({ id, name }) => ({ id, name, detail: '' }));
    case 'sources':
      return history.sources.map(({ id, title, number }) => ({
        id,
        name: title,
        detail: number === undefined ? '' : `number ${String(number)}`,
      }));
    case 'events':
      return [];
  }
}

/** Every word begins some word of the name; case and accents aside. */
function isLike(name: string, text: string): boolean {
  const words = plain(name).split(/[^\p{L}\p{N}]+/u);
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .every((wanted) => wanted === '' || words.some((word) => word.startsWith(wanted)));
}

/** The name itself, names that begin so, all others. */
function rank(name: string, text: string): number {
  const [a, b] = [plain(name), plain(text)];
  return a === b ? 0 : a.startsWith(b) ? 1 : 2;
}

/** As it is compared: small letters, no accents, no spaces around. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
