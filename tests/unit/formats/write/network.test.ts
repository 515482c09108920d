import { readFileSync } from 'node:fs';
import fc from 'fast-check';
// oxlint-disable-next-line import/no-named-as-default -- its types have no other name for it
import Graph from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import { createLocalEngine } from '../../../../src/engine/local/localEngine.ts';
import type { NetworkQuestion } from '../../../../src/engine/port/network.ts';
import { recognise } from '../../../../src/formats/index.ts';
import { sourceFileOf } from '../../../../src/formats/sourceFile.ts';
import { writeHistory } from '../../../../src/formats/write/index.ts';
import type { NetworkToWrite } from '../../../../src/formats/write/writer.ts';
import { xmlText } from '../../../../src/formats/write/xml.ts';
import { parseDataset } from '../../../../src/model/parse.ts';
import type { Dataset } from '../../../../src/model/types.ts';
import { historyFromText } from '../../../fixtures/historyFromText.ts';
import { anyHistory } from './anyHistory.ts';

const EVERYTHING: NetworkQuestion = {
  query: { clauses: [], during: null, words: '', includesParts: true },
  window: null,
  mode: 'actors',
  ties: ['together', 'role', 'part', 'stated'],
  includesTentative: true,
  measure: 'events',
  hasCommunities: true,
  ego: null,
  chain: null,
  nodesLimit: 500,
  tiesLimit: 2500,
  keep: [],
};

const parsed = parseDataset(
  JSON.parse(
    readFileSync(new URL('../../../../public/datasets/weprotect.json', import.meta.url), 'utf8'),
  ),
);
if (!parsed.ok) throw new Error('The bundled history cannot be read.');
const bundled = parsed.value.dataset;

async function networkOf(
  history: Dataset,
  question: Partial<NetworkQuestion> = {},
): Promise<NetworkToWrite> {
  const asked = { ...EVERYTHING, ...question };
  return {
    answer: await createLocalEngine(history, []).network(asked),
    events: null,
    window: asked.window,
    includesTentative: asked.includesTentative,
    measure: asked.measure,
  };
}

function written(history: Dataset, network: NetworkToWrite, writer: 'gexf' | 'graphml'): string {
  return writeHistory(history, writer, null, { scenes: null, network, nowMs: 0, link: null }).text;
}

/** The dates that stand at the tie of two actors. */
function datesBetween(graph: Graph, a: string, b: string): readonly unknown[] {
  return graph
    .filterEdges((_, __, from, to) => (from === a && to === b) || (from === b && to === a))
    .map((edge) => graph.getEdgeAttribute(edge, 'dates') as unknown);
}

/** The library keeps nodes by their keys in plain objects, and falls over these. */
const forGraphology = anyHistory.filter(
  ({ actors = [] }) => !actors.some(({ id }) => id === '__proto__' || id === 'constructor'),
);

const OPTIONS = { allowMissing: true, addMissingNodes: false } as const;

describe.each([
  ['GEXF', 'gexf', (text: string) => parseGexf(Graph, text, OPTIONS)],
  ['GraphML', 'graphml', (text: string) => parseGraphml(Graph, text, OPTIONS)],
] as const)('%s', (_, writer, parse) => {
  test('holds the network that is shown, as another library reads it', async () => {
    const network = await networkOf(bundled);
    const graph = parse(written(bundled, network, writer));
    expect(graph.order).toBe(network.answer.nodes.length);
    expect(graph.size).toBe(network.answer.ties.length);
    expect(graph.getNodeAttributes('david-cameron')).toMatchObject({
      label: 'David Cameron',
      kind: 'person',
    });
    for (const { key: _key, id, events } of network.answer.nodes) {
      expect(graph.getNodeAttribute(id, 'events')).toBe(events);
    }
    const heaviest = Math.max(...network.answer.ties.map(({ weight }) => weight));
    expect(Math.max(...graph.mapEdges((__, { weight }) => Number(weight)))).toBe(heaviest);
  });

  test('holds of each kind of tie when it held', async () => {
    const history = historyFromText(`
      organisation Home Office
      organisation Government
      person Ada
      person Bo
      2013-07-22 speech: Ada, Bo
      2014-12 summit: Ada, Bo, Home Office
    `);
    const full: Dataset = {
      ...history,
      actors: (history.actors ?? []).map((actor) =>
        actor.name === 'Ada'
          ? {
              ...actor,
              roles: [{ title: 'Chair', organisation: 'home-office', date: '2012/2013-06' }],
            }
          : actor.name === 'Home Office'
            ? { ...actor, partOf: [{ actor: 'government', date: '1990/..' }] }
            : actor,
      ),
      ties: [{ from: 'bo', to: 'government', kind: 'advises', date: '-0044/0010' }],
    };
    const graph = parse(written(full, await networkOf(full), writer));
    expect(datesBetween(graph, 'ada', 'bo')).toEqual(['2013-07-22 2014-12']);
    expect(new Set(datesBetween(graph, 'ada', 'home-office'))).toEqual(
      new Set(['2012/2013-06', '2014-12']),
    );
    expect(datesBetween(graph, 'home-office', 'government')).toEqual(['1990/..']);
    expect(datesBetween(graph, 'bo', 'government')).toEqual(['-0044/0010']);
  });

  test('comes back here as the same actors and ties, with their dates', async () => {
    const network = await networkOf(bundled);
    const bytes = new TextEncoder().encode(written(bundled, network, writer));
    const source = sourceFileOf(`network.${writer}`, bytes);
    const [found] = recognise(source);
    expect(found?.format.id).toBe(writer);
    const read = found?.format.read(source, {});
    if (read?.ok !== true) throw new Error('It cannot be read.');
    const { actors = [], ties = [] } = read.value.dataset;
    const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
    expect(new Set(nameOf.values())).toEqual(new Set(network.answer.nodes.map(({ name }) => name)));
    // A tie that held several times may come back as several.
    const { nodes } = network.answer;
    expect(new Set(ties.map(({ from, to }) => `${nameOf.get(from)} – ${nameOf.get(to)}`))).toEqual(
      new Set(
        network.answer.ties.map(({ from, to }) => `${nodes[from]?.name} – ${nodes[to]?.name}`),
      ),
    );
    expect(ties.some(({ date }) => date !== undefined)).toBe(true);
  });

  test.each(['events', 'themes'] as const)('of actors and %s too', async (mode) => {
    const network = await networkOf(bundled, { mode });
    const graph = parse(written(bundled, network, writer));
    expect(graph.order).toBe(network.answer.nodes.length);
    expect(graph.mapEdges((__, { dates }) => typeof dates)).toEqual(
      network.answer.ties.map(() => 'string'),
    );
  });

  test('can be read whatever stands in the history', async () => {
    await fc.assert(
      fc.asyncProperty(forGraphology, async (history) => {
        const network = await networkOf(history);
        const graph = parse(written(history, network, writer));
        expect(graph.order).toBe(network.answer.nodes.length);
        expect(graph.size).toBe(network.answer.ties.length);
      }),
      { numRuns: 200 },
    );
  });

  test('says how much of the network it holds', async () => {
    const network = await networkOf(bundled, { nodesLimit: 5, tiesLimit: 4 });
    const { notes } = writeHistory(bundled, writer, null, {
      scenes: null,
      network,
      nowMs: 0,
      link: null,
    });
    expect(notes[0]).toMatch(/^It holds what is shown: 5 of \d+ nodes and 4 of \d+ ties\./u);
  });
});

test('GEXF has its ties in time, as days where the years allow it', async () => {
  const history = historyFromText(`
    person Ada
    person Bo
    2013-07-22 speech: Ada, Bo
    2014-12 summit: Ada, Bo
    2015-01/.. call: Ada, Bo
  `);
  const text = written(history, await networkOf(history), 'gexf');
  expect(text).toContain('mode="dynamic"');
  expect(text).toContain('timeformat="date"');
  expect(text.match(/<spell [^>]*>/gu)).toEqual([
    '<spell start="2013-07-22" end="2013-07-22"/>',
    '<spell start="2014-12-01" end="2014-12-31"/>',
    '<spell start="2015-01-01"/>',
  ]);
  const events = history.events.map((event) => ({ ...event, date: '-0044-03-15' }));
  const ancient = { ...history, events };
  const far = written(ancient, await networkOf(ancient), 'gexf');
  expect(far).toContain('timeformat="double"');
  expect(far).toContain('<spell start="-44" end="-44"/>');
});

test('XML holds any text, and nothing in it ends an element', () => {
  expect(xmlText('<a href="x">&\u0000\uD800 \uFFFE\n')).toBe(
    '&lt;a href=&quot;x&quot;&gt;&amp;\uFFFD\uFFFD \uFFFD&#10;',
  );
});
