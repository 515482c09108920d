/*
 * Made-up histories by the size of their network, for measuring: the same for the same seed.
 * Knows: the model's types. Must not know: what is measured with them.
 *
 * Each event brings two actors together who never met before, so that there are as many ties as events.
 * Most meetings are within a circle of some twenty, and a few actors meet many: networks have both.
 */
import type { Actor, Dataset, HistoryEvent } from '../src/model/types.ts';
import { randomFrom, type Random } from './madeUpHistory.ts';

export interface NetworkSize {
  readonly actors: number;
  readonly ties: number;
  readonly seed?: number;
}

const CIRCLE = 20;
const WITHIN_CIRCLE = 0.8;
const FROM_MS = Date.UTC(1990, 0, 1);
const UNTIL_MS = Date.UTC(2025, 0, 1);
const SECTORS = ['government', 'industry', 'civil-society', 'academia'] as const;
const KINDS = ['person', 'organisation', 'organisation', 'group'] as const;

/** Fails where so few actors cannot have so many ties. */
export function madeUpNetwork({ actors, ties, seed = 1 }: NetworkSize): Dataset {
  if (ties > (actors * (actors - 1)) / 8) throw new RangeError('So few actors have fewer ties.');
  const random = randomFrom(seed);
  const met = new Set<string>();
  const events: HistoryEvent[] = [];
  while (events.length < ties) {
    const one = Math.floor(actors * random() ** 2);
    const other = anotherThan(one, actors, random);
    const pair = `${String(Math.min(one, other))} ${String(Math.max(one, other))}`;
    if (one === other || met.has(pair)) continue;
    met.add(pair);
    const day = new Date(FROM_MS + random() * (UNTIL_MS - FROM_MS)).toISOString().slice(0, 10);
    events.push({
      id: `e${String(events.length)}`,
      title: `Meeting number ${String(events.length)}`,
      date: day,
      actors: [{ actor: `a${String(one)}` }, { actor: `a${String(other)}` }],
    });
  }
  return {
    version: 1,
    title: `A made-up network of ${String(actors)} actors`,
    language: 'en-GB',
    actors: Array.from({ length: actors }, (_, i) => actorOf(i, random)),
    events,
  };
}

function anotherThan(one: number, actors: number, random: Random): number {
  if (random() >= WITHIN_CIRCLE) return Math.floor(actors * random() ** 2);
  const first = one - (one % CIRCLE);
  return first + Math.floor(Math.min(CIRCLE, actors - first) * random());
}

function actorOf(i: number, random: Random): Actor {
  const kind = KINDS[Math.floor(KINDS.length * random())] ?? 'person';
  const sector = SECTORS[Math.floor(SECTORS.length * random())] ?? 'industry';
  return { id: `a${String(i)}`, name: `Actor ${String(i)}`, kind, sector };
}

/** The same network as others take it: nodes with their places, and ties. */
export interface PlainNetwork {
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly ties: number;
  }[];
  readonly ties: readonly { readonly from: string; readonly to: string }[];
}

export function bothForms(size: NetworkSize): { history: Dataset; plain: PlainNetwork } {
  const history = madeUpNetwork(size);
  const counts = new Map<string, number>();
  const ties = history.events.map(({ actors = [] }) => {
    const [from = '', to = ''] = actors.map(({ actor }) => actor);
    for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + 1);
    return { from, to };
  });
  const nodes = (history.actors ?? []).map(({ id, name }, i) => ({
    id,
    name,
    ...placeOf(i),
    ties: counts.get(id) ?? 0,
  }));
  return { history, plain: { nodes, ties } };
}

/** Turned by so much from one to the next, things fill a disc evenly (the golden angle; Vogel, 1979). */
const TURN = Math.PI * (3 - Math.sqrt(5));
const CIRCLE_PX = 160;
const NODE_PX = 14;

/** As a layout by forces would: who belongs to a circle lies close together, circles beside each other. */
function placeOf(i: number): { x: number; y: number } {
  const circle = Math.floor(i / CIRCLE);
  const within = i % CIRCLE;
  const outer = { turn: circle * TURN, radius: CIRCLE_PX * Math.sqrt(circle) };
  const inner = { turn: within * TURN, radius: NODE_PX * Math.sqrt(within) };
  return {
    x: outer.radius * Math.cos(outer.turn) + inner.radius * Math.cos(inner.turn),
    y: outer.radius * Math.sin(outer.turn) + inner.radius * Math.sin(inner.turn),
  };
}
