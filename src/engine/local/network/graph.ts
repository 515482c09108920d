/*
 * The whole network that a question asks for, before anything is measured, chosen or left out.
 * Knows: who took part in what, standing ties, themes. Must not know: limits, measures, answers.
 */
import { assertNever } from '../../../base/assertNever.ts';
import type { NetworkMode, NetworkQuestion } from '../../port/network.ts';
import type { EventSet } from '../bits.ts';
import type { Columns } from '../columns.ts';
import { lazily } from '../lazily.ts';
import { endCounts, linksOf, type Links } from './links.ts';
import { eventCounts, type Participation, type Scope } from './participation.ts';
import type { StandingTies } from './standing.ts';
import { TieList, type Tie } from './ties.ts';
import { addTogether, pairsAtMost } from './together.ts';
import { addEvents, addThemes, type OtherNodes } from './twoMode.ts';

export interface Graph {
  readonly mode: NetworkMode;
  readonly scope: Scope;
  /** Nodes from here on are events or themes; those before are actors. */
  readonly actorsTotal: number;
  /** What each node is: an actor's place in the dataset, an event's ordinal, a theme's value. */
  readonly items: Uint32Array;
  /** The events that count for each node. */
  readonly events: Uint32Array;
  /** The node of each actor; -1 where the network does not have it. */
  readonly nodeOf: Int32Array;
  readonly ties: TieList;
  /** How many ties end at each node. */
  readonly tieCounts: Uint32Array;
  /** Made when first asked for: most networks are only looked at. */
  readonly links: () => Links;
}

/** What a network is made from. */
export interface Sources {
  readonly columns: Columns;
  readonly participation: Participation;
  readonly standing: StandingTies;
  /** Whether no event of the whole history names the actor. */
  readonly isEventless: (actor: number) => boolean;
  /** Who acted how often and with whom, counted from participation or elsewhere. */
  readonly acting: Acting;
}

export interface Acting {
  /** How many events count for each actor. */
  readonly counts: (scope: Scope) => Uint32Array;
  /** No fewer ties than `addTo` will add. */
  readonly tiesAtMost: (scope: Scope) => number;
  readonly addTo: (ties: TieList, scope: Scope, nodeOf: Int32Array) => void;
}

export function actingIn(participation: Participation): Acting {
  return {
    counts: (scope) => eventCounts(participation, scope),
    tiesAtMost: (scope) => pairsAtMost(participation, scope),
    addTo: (ties, scope, nodeOf) => addTogether(ties, participation, scope, nodeOf),
  };
}

export type GraphQuestion = Pick<
  NetworkQuestion,
  'query' | 'window' | 'mode' | 'ties' | 'includesTentative'
>;

/** `set`: the events that match in the window; `isUnfiltered`: nothing but the window chooses them. */
export function graphOf(
  sources: Sources,
  question: GraphQuestion,
  set: EventSet,
  isUnfiltered: boolean,
): Graph {
  const { columns, participation, acting } = sources;
  const scope: Scope = { set, includesTentative: question.includesTentative };
  const counts = acting.counts(scope);
  const { mode } = question;
  switch (mode) {
    case 'actors': {
      const standing = shownTies(sources, question, counts, isUnfiltered);
      const nodes = actorNodes(counts, standing);
      const { nodeOf } = nodes;
      const isTogether = question.ties.includes('together');
      const pairs = isTogether ? acting.tiesAtMost(scope) : 0;
      const ties = new TieList(pairs + standing.length);
      if (isTogether) acting.addTo(ties, scope, nodeOf);
      for (const tie of standing) {
        ties.add({ ...tie, from: nodeOf[tie.from] ?? 0, to: nodeOf[tie.to] ?? 0 });
      }
      return finished(mode, scope, nodes, ties, { items: [], events: [] });
    }
    case 'events': {
      const nodes = actorNodes(counts, []);
      const { nodeOf, items } = nodes;
      const ties = new TieList(sumOf(counts));
      const events = addEvents(ties, participation, scope, nodeOf, items.length);
      return finished(mode, scope, nodes, ties, events);
    }
    case 'themes': {
      const nodes = actorNodes(counts, []);
      const { nodeOf, items } = nodes;
      const { direct } = columns.facets.theme;
      const ties = new TieList(items.length);
      const themes = addThemes(ties, participation, scope, nodeOf, items.length, direct);
      return finished(mode, scope, nodes, ties, themes);
    }
    default:
      return assertNever(mode);
  }
}

/**
 * The standing ties that show. One shows where either of its ends acts in an event that counts: the other
 * end then shows through it. Of actors whom no event of the whole history names, events say nothing, be it
 * a network file that has none or an organisation that is only ever part of another: ties among these show
 * as long as no filter asks for events.
 */
function shownTies(
  { standing, isEventless }: Sources,
  { window, ties }: Pick<GraphQuestion, 'window' | 'ties'>,
  counts: Uint32Array,
  isUnfiltered: boolean,
): readonly Tie[] {
  const acts = (actor: number): boolean => (counts[actor] ?? 0) > 0;
  return standing(window, ties).filter(
    ({ from, to }) =>
      acts(from) || acts(to) || (isUnfiltered && isEventless(from) && isEventless(to)),
  );
}

interface ActorNodes {
  readonly items: readonly number[];
  readonly nodeOf: Int32Array;
  readonly events: readonly number[];
}

/** The actors with events that count and the ends of ties, in the order of the file. */
function actorNodes(counts: Uint32Array, standing: readonly Tie[]): ActorNodes {
  const isEnd = new Uint8Array(counts.length);
  for (const { from, to } of standing) {
    isEnd[from] = 1;
    isEnd[to] = 1;
  }
  const nodeOf = new Int32Array(counts.length).fill(-1);
  const items: number[] = [];
  const events: number[] = [];
  for (const [actor, count] of counts.entries()) {
    if (count === 0 && isEnd[actor] === 0) continue;
    nodeOf[actor] = items.length;
    items.push(actor);
    events.push(count);
  }
  return { items, nodeOf, events };
}

function finished(
  mode: NetworkMode,
  scope: Scope,
  actors: ActorNodes,
  ties: TieList,
  others: OtherNodes,
): Graph {
  const items = joined(actors.items, others.items);
  return {
    mode,
    scope,
    actorsTotal: actors.items.length,
    items,
    events: joined(actors.events, others.events),
    nodeOf: actors.nodeOf,
    ties,
    tieCounts: endCounts(items.length, ties),
    links: lazily(() => linksOf(items.length, ties)),
  };
}

function sumOf(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function joined(first: readonly number[], second: readonly number[]): Uint32Array {
  const all = new Uint32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
