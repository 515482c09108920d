/*
 * Small networks as text: `Ann -3- Bob` is a tie of three shared events, `Ann role Home` one of a role.
 * Knows: the port's answer, the layout's graph. Must not know: places, drawing.
 */
import type { Box } from '../../../src/views/network/layoutLabels.ts';
import type { NetworkAnswer, NetworkNode, NetworkTie } from '../../../src/engine/port/network.ts';
import { graphOf } from '../../../src/views/network/graph.ts';
import { boxOf, type LayoutGraph } from '../../../src/views/network/layoutGraph.ts';
import { sceneOf, type Scene } from '../../../src/views/network/layoutScene.ts';
import { settle } from '../../../src/views/network/layoutSettle.ts';

/** Seven pixels a character: wide enough to collide, and the same everywhere. */
export function measure(text: string): number {
  return text.length * 7;
}

export const SIZE = { widthPx: 800, heightPx: 500 };

const TIE = /^(.+?) (?:-(\d+)-|(role|part|stated)) (.+)$/u;

/** A name by itself is a node without ties; `?` behind a tie makes it tentative. */
export function networkFromText(text: string, nodes: Partial<NetworkNode> = {}): NetworkAnswer {
  const names = new Map<string, number>();
  const indexOf = (name: string): number => {
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  };
  const ties: NetworkTie[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    const [, from, weight, kind, rest = ''] = TIE.exec(line) ?? [];
    if (from === undefined) {
      if (line !== '') indexOf(line);
      continue;
    }
    ties.push({
      from: indexOf(from),
      to: indexOf(rest.replace(/\?$/u, '')),
      kind: (kind as NetworkTie['kind'] | undefined) ?? 'together',
      weight: Number(weight ?? 1),
      isTentative: rest.endsWith('?'),
      label: null,
    });
  }
  const degrees = [...names.values()].map(
    (index) => ties.filter(({ from, to }) => from === index || to === index).length,
  );
  return {
    mode: 'actors',
    nodes: [...names].map(([name, index]) => ({
      ...actor(name),
      value: (degrees[index] ?? 0) / Math.max(1, ...degrees),
      events: degrees[index] ?? 0,
      ...nodes,
    })),
    ties,
    nodesTotal: names.size,
    tiesTotal: ties.length,
    communities: 0,
    isEstimated: false,
    chain: null,
  };
}

export function actor(name: string, said: Partial<NetworkNode> = {}): NetworkNode {
  const id = name.toLowerCase().replaceAll(' ', '-');
  return {
    key: `actor:${id}`,
    id,
    kind: 'actor',
    actorKind: 'organisation',
    name,
    sector: null,
    colour: null,
    events: 1,
    value: 0.5,
    community: null,
    ...said,
  };
}

export function scene(answer: NetworkAnswer, rest: NetworkAnswer | null = null): Scene {
  return sceneOf(answer, rest, { measure, lineWidthPx: 112 });
}

export function graph(answer: NetworkAnswer, starts?: Float32Array): LayoutGraph {
  const its = scene(answer);
  return graphOf(its, SIZE, starts ?? new Float32Array(2 * its.nodes.length).fill(NaN));
}

/** Settled places by name. */
export function settled(of: LayoutGraph): Map<string, readonly [x: number, y: number]> {
  const settlement = settle(of);
  while (settlement.tick());
  const places = settlement.places();
  return new Map(
    of.keys.map((key, i) => [key, [places[2 * i] ?? NaN, places[2 * i + 1] ?? NaN] as const]),
  );
}

/** The boxes of nodes with their names, where they stand. */
export function boxes(
  of: LayoutGraph,
  places: ReadonlyMap<string, readonly [x: number, y: number]>,
): Box[] {
  return of.keys.map((key, i) => {
    const [x, y] = places.get(key) ?? [NaN, NaN];
    const { halfWidth, above, below } = boxOf(of, i);
    return {
      left: x - halfWidth,
      right: x + halfWidth,
      top: y - above,
      bottom: y + below,
      owner: key,
    };
  });
}

/** A made-up network with hubs and groups, the same for the same size. */
export function madeUp(nodes: number): NetworkAnswer {
  let state = 7;
  const random = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const lines: string[] = [];
  for (let i = 1; i < nodes; i += 1) {
    const ties = 1 + Math.floor(random() * 3);
    for (let tie = 0; tie < ties; tie += 1) {
      const other = Math.floor(random() ** 2 * i);
      lines.push(`Actor ${i} -${String(1 + tie)}- Actor ${other}`);
    }
  }
  return networkFromText([...new Set(lines)].join('\n'));
}
