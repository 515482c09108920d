/*
 * Ties that no event makes: roles held in an organisation, parts of a whole, ties that the dataset states.
 * Knows: the dataset's actors and ties, and how it dates them. Must not know: events, queries.
 */
import { intersects, type Interval } from '../../../base/interval.ts';
import { readSpan } from '../../../model/dates.ts';
import type { Dataset, Edtf } from '../../../model/types.ts';
import type { TieKind } from '../../port/network.ts';
import { KINDS, type Tie } from './ties.ts';

/** Between actors, by their place in the dataset. */
interface Dated {
  readonly from: number;
  readonly to: number;
  readonly kind: Exclude<TieKind, 'together'>;
  readonly weight: number;
  readonly label: string | null;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * The standing ties of some kinds that were valid at some time within a window: dated ones that overlap it,
 * undated ones always. Those of one pair and kind come as one tie, which has all their labels; stated ones
 * add their weights up, roles and parts weigh 1.
 */
export type StandingTies = (window: Interval | null, kinds: readonly TieKind[]) => readonly Tie[];

export function standingTiesOf(
  dataset: Pick<Dataset, 'actors' | 'ties'>,
  actorAt: ReadonlyMap<string, number>,
): StandingTies {
  // Side by side where they join the same two, so that one walk makes them one.
  const dated = datedTies(dataset, actorAt).toSorted(
    (a, b) =>
      Math.min(a.from, a.to) - Math.min(b.from, b.to) ||
      Math.max(a.from, a.to) - Math.max(b.from, b.to) ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
  );
  return (window, kinds) => {
    const ties: Tie[] = [];
    let group: Dated[] = [];
    for (const next of dated) {
      if (!kinds.includes(next.kind)) continue;
      if (window !== null && !intersects(next, window)) continue;
      if (group[0] !== undefined && !isSamePair(group[0], next)) {
        ties.push(joined(group));
        group = [];
      }
      group.push(next);
    }
    return group.length === 0 ? ties : [...ties, joined(group)];
  };
}

function datedTies(
  dataset: Pick<Dataset, 'actors' | 'ties'>,
  actorAt: ReadonlyMap<string, number>,
): readonly Dated[] {
  const ties: Dated[] = [];
  const add = (
    from: string,
    to: string | undefined,
    date: Edtf | undefined,
    rest: Pick<Dated, 'kind' | 'weight' | 'label'>,
  ): void => {
    const ends = { from: actorAt.get(from) ?? -1, to: actorAt.get(to ?? '') ?? -1 };
    // Nobody is tied to themselves, whatever a file says.
    if (ends.from < 0 || ends.to < 0 || ends.from === ends.to) return;
    ties.push({ ...ends, ...rest, ...validity(date) });
  };
  for (const { id, roles = [], partOf = [] } of dataset.actors ?? []) {
    for (const { title, organisation, date } of roles) {
      add(id, organisation, date, { kind: 'role', weight: 1, label: title });
    }
    for (const { actor, date } of partOf) {
      add(id, actor, date, { kind: 'part', weight: 1, label: null });
    }
  }
  for (const { from, to, kind, weight = 1, date } of dataset.ties ?? []) {
    add(from, to, date, { kind: 'stated', weight, label: kind ?? null });
  }
  return ties;
}

/** Undated, or with a date that cannot be read: it held whenever. */
function validity(date: Edtf | undefined): Interval {
  const span = date === undefined ? null : readSpan(date);
  return span?.ok === true
    ? { startMs: span.value.startMs, endMs: span.value.endMs }
    : { startMs: -Infinity, endMs: Infinity };
}

function isSamePair(a: Dated, b: Dated): boolean {
  if (a.kind !== b.kind) return false;
  return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);
}

/** One tie out of those of one pair and kind; it points as the first one does. */
function joined(group: readonly Dated[]): Tie {
  const labels = new Set(group.map(({ label }) => label).filter((label) => label !== null));
  const [first] = group;
  const kind = first?.kind ?? 'stated';
  return {
    from: first?.from ?? 0,
    to: first?.to ?? 0,
    kind,
    weight: kind === 'stated' ? group.reduce((sum, { weight }) => sum + weight, 0) : 1,
    isTentative: false,
    label: labels.size === 0 ? null : [...labels].join(', '),
  };
}
