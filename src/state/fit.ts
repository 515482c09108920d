/*
 * Choices made for one history, fitted to the one that is open.
 * Knows: choices and a history's vocabularies. Must not know: where the choices come from.
 */
import { intersects } from '../base/interval.ts';
import type { DatasetAnswer, FacetName } from '../engine/port.ts';
import type { Choices } from './choices.ts';
import type { Decoded } from './codec.ts';
import { clampWindow, fullWindow } from './window.ts';

/**
 * Leaves out what the history does not hold: values of facets, actors, a window beside its time.
 * Kinds of event, statuses and events are not among the vocabularies: those are taken as they are,
 * and a selected event that is not there is found out by its details. The same choices come back
 * where all of them fit.
 */
export function fitToHistory(choices: Choices, history: DatasetAnswer): Decoded {
  const problems: string[] = [];
  const fitted: Choices = {
    ...choices,
    clauses: fittedClauses(choices, history, problems),
    selection: fittedSelection(choices, history, problems),
    window: fittedWindow(choices, history, problems),
    network: fittedNetwork(choices, history, problems),
  };
  const isSame =
    problems.length === 0 &&
    fitted.window?.startMs === choices.window?.startMs &&
    fitted.window?.endMs === choices.window?.endMs;
  return { choices: isSame ? choices : fitted, problems };
}

function fittedClauses(
  choices: Choices,
  history: DatasetAnswer,
  problems: string[],
): Choices['clauses'] {
  return choices.clauses
    .map((clause) => {
      const known = knownIds(clause.facet, history);
      if (known === null) return clause;
      const missing = [...clause.any, ...clause.all, ...clause.none].filter((id) => !known.has(id));
      if (missing.length === 0) return clause;
      problems.push(`This history has no ${clause.facet} ${named(missing)}.`);
      const keep = (ids: readonly string[]): string[] => ids.filter((id) => known.has(id));
      return { ...clause, any: keep(clause.any), all: keep(clause.all), none: keep(clause.none) };
    })
    .filter(({ any, all, none }) => any.length + all.length + none.length > 0);
}

function fittedSelection(
  { selection }: Choices,
  history: DatasetAnswer,
  problems: string[],
): Choices['selection'] {
  if (selection?.kind !== 'actor') return selection;
  if (history.actors.some(({ id }) => id === selection.id)) return selection;
  problems.push(`This history has no actor ${named([selection.id])}.`);
  return null;
}

/** Without an ego or a chain of actors that are not there; pins of unknown nodes do no harm. */
function fittedNetwork(
  { network }: Choices,
  history: DatasetAnswer,
  problems: string[],
): Choices['network'] {
  const { ego, chain } = network;
  if (ego === null && chain === null) return network;
  const known = idsOf(history.actors);
  const missing = [ego?.actor, chain?.from, chain?.to].filter(
    (id) => id !== undefined && !known.has(id),
  );
  if (missing.length === 0) return network;
  problems.push(`This history has no actor ${named(missing.filter((id) => id !== undefined))}.`);
  return {
    ...network,
    ego: ego !== null && known.has(ego.actor) ? ego : null,
    chain: chain !== null && known.has(chain.from) && known.has(chain.to) ? chain : null,
  };
}

/** Within the history's time, and no narrower than can be shown. */
function fittedWindow(
  { window }: Choices,
  history: DatasetAnswer,
  problems: string[],
): Choices['window'] {
  if (window === null) return null;
  const limits = fullWindow(history);
  if (!intersects(window, limits)) {
    problems.push('The address shows a time in which this history has nothing.');
    return null;
  }
  const fitted = clampWindow(window, limits);
  return fitted === limits ? null : fitted;
}

/** Null where the history's vocabularies do not list the facet's values. */
function knownIds(facet: FacetName, history: DatasetAnswer): ReadonlySet<string> | null {
  switch (facet) {
    case 'organisation':
      return idsOf(
        history.actors.filter(({ kind }) => kind === 'organisation' || kind === 'group'),
      );
    case 'person':
      return idsOf(history.actors.filter(({ kind }) => kind === 'person' || kind === 'office'));
    case 'place':
      return idsOf(history.places);
    case 'theme':
      return idsOf(history.themes);
    case 'sector':
      return new Set(history.sectors);
    case 'kind':
    case 'status':
      return null;
    default:
      return facet satisfies never;
  }
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}

/** The first few, quoted and cut short: an address may hold anything. */
function named(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).map((id) => `“${id.length <= 40 ? id : `${id.slice(0, 40)}…`}”`);
  const more = ids.length - shown.length;
  return shown.join(', ') + (more === 0 ? '' : ` and ${more} more`);
}
