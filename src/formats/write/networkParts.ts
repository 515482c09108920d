/*
 * The network that is shown as nodes and edges for a file, each edge with the dates of what ties its ends.
 * Knows: what makes a tie. Must not know: any one format.
 *
 * The measures and weights are the shown network's own; the dates are looked up in the history, since an
 * answer that fits a screen does not hold them.
 */
import { assertNever } from '../../base/assertNever.ts';
import { intersects, type Interval } from '../../base/interval.ts';
import { dateOf } from '../../model/dates.ts';
import type { Dataset, Edtf, HistoryEvent } from '../../model/types.ts';
import { momentsOf, type Moment } from './moments.ts';
import type { NetworkToWrite, ShownNetwork } from './writer.ts';

export interface Spell {
  /** Null: open, or not known. */
  readonly start: Moment | null;
  /** The last day, month or year of it. */
  readonly end: Moment | null;
}

export interface NodeToWrite {
  readonly id: string;
  readonly label: string;
  /** "person", "organisation", …, "event", "theme". */
  readonly kind: string;
  readonly sector: string | null;
  readonly events: number;
  readonly value: number;
  readonly community: number | null;
}

export interface EdgeToWrite {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly isDirected: boolean;
  readonly kind: string;
  readonly label: string | null;
  readonly weight: number;
  readonly isTentative: boolean;
  /** As the history writes them, by time; none where it dates nothing. */
  readonly dates: readonly Edtf[];
  readonly spells: readonly Spell[];
}

export interface NetworkParts {
  readonly nodes: readonly NodeToWrite[];
  readonly edges: readonly EdgeToWrite[];
}

type ShownTie = ShownNetwork['ties'][number];
type ShownNode = ShownNetwork['nodes'][number];

export function networkParts(dataset: Dataset, network: NetworkToWrite): NetworkParts {
  const { answer } = network;
  // Of one kind alone, ids are unique as they stand; a file read again then has the history's own.
  const idOf = ({ id, key }: ShownNode): string => (answer.mode === 'actors' ? id : key);
  const datesOf = datesOfTies(dataset, network);
  return {
    nodes: answer.nodes.map((node) => ({
      id: idOf(node),
      label: node.name,
      kind: node.actorKind ?? node.kind,
      sector: node.sector,
      events: node.events,
      value: node.value,
      community: node.community,
    })),
    edges: answer.ties.flatMap((tie, i) => {
      const [from, to] = [answer.nodes[tie.from], answer.nodes[tie.to]];
      if (from === undefined || to === undefined) return [];
      const dates = datesOf(from, to, tie);
      return [
        {
          id: String(i),
          source: idOf(from),
          target: idOf(to),
          isDirected: tie.kind === 'role' || tie.kind === 'part',
          kind: tie.kind,
          label: tie.label,
          weight: tie.weight,
          isTentative: tie.isTentative,
          dates,
          spells: dates.flatMap((date) => {
            const { start, end } = momentsOf(date);
            return start === null && end === null ? [] : [{ start, end }];
          }),
        },
      ];
    }),
  };
}

type DatesOf = (from: ShownNode, to: ShownNode, tie: ShownTie) => readonly Edtf[];

function datesOfTies(
  dataset: Dataset,
  { events, window, includesTentative }: NetworkToWrite,
): DatesOf {
  const wanted = events === null ? null : new Set(events);
  const meant = dataset.events.filter(
    (event) => (wanted === null || wanted.has(event.id)) && counts(event, includesTentative),
  );
  const eventsOf = eventsByActor(meant, includesTentative);
  const eventById = new Map(meant.map((event) => [event.id, event]));
  const actorById = new Map((dataset.actors ?? []).map((actor) => [actor.id, actor]));

  const together = (a: string, b: string): readonly Edtf[] => {
    const others = eventsOf.get(b) ?? new Set();
    return [...(eventsOf.get(a) ?? [])].filter((each) => others.has(each)).map(({ date }) => date);
  };
  const part = (from: string, to: string): readonly (Edtf | undefined)[] =>
    (actorById.get(from)?.partOf ?? []).filter(({ actor }) => actor === to).map(({ date }) => date);
  const role = (from: string, to: string): readonly (Edtf | undefined)[] =>
    (actorById.get(from)?.roles ?? [])
      .filter(({ organisation }) => organisation === to)
      .map(({ date }) => date);
  const stated = (from: string, to: string): readonly (Edtf | undefined)[] =>
    (dataset.ties ?? [])
      .filter((tie) => tie.from === from && tie.to === to)
      .map(({ date }) => date);
  const tookPart = (actor: ShownNode, other: ShownNode): readonly (Edtf | undefined)[] => {
    if (other.kind === 'event') return [eventById.get(other.id)?.date];
    return [...(eventsOf.get(actor.id) ?? [])]
      .filter(({ themes = [] }) => themes.includes(other.id))
      .map(({ date }) => date);
  };

  /** Whichever end the answer names first. */
  const either = (
    one: (from: string, to: string) => readonly (Edtf | undefined)[],
    a: string,
    b: string,
  ): readonly (Edtf | undefined)[] => [...one(a, b), ...one(b, a)];

  const datesOf = (from: ShownNode, to: ShownNode, kind: ShownTie['kind']) => {
    switch (kind) {
      case 'together':
        return together(from.id, to.id);
      case 'part':
        return either(part, from.id, to.id);
      case 'role':
        return either(role, from.id, to.id);
      case 'stated':
        return either(stated, from.id, to.id);
      case 'took-part':
        return from.kind === 'actor' ? tookPart(from, to) : tookPart(to, from);
      default:
        return assertNever(kind);
    }
  };
  return (from, to, { kind }) =>
    byTime(
      datesOf(from, to, kind).filter((date) => date !== undefined),
      window,
    );
}

/** What ties by itself is an event that happened and in which both took part (engine/port/network.ts). */
function counts({ status = 'happened' }: HistoryEvent, includesTentative: boolean): boolean {
  return includesTentative || status === 'happened';
}

function eventsByActor(
  events: readonly HistoryEvent[],
  includesTentative: boolean,
): ReadonlyMap<string, ReadonlySet<HistoryEvent>> {
  const byActor = new Map<string, Set<HistoryEvent>>();
  for (const event of events) {
    for (const { actor, part = 'took-part' } of event.actors ?? []) {
      if (part !== 'took-part' && !includesTentative) continue;
      const known = byActor.get(actor) ?? new Set();
      byActor.set(actor, known.add(event));
    }
  }
  return byActor;
}

/** Each once, those that have something to do with the window. */
function byTime(dates: readonly Edtf[], window: Interval | null): readonly Edtf[] {
  const infos = new Map(dates.map((date) => [date, dateOf(date)]));
  return [...infos.values()]
    .filter((info) => window === null || intersects(info, window))
    .toSorted((a, b) => (a.startMs === b.startMs ? 0 : a.startMs - b.startMs))
    .map(({ text }) => text);
}
