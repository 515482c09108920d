/** Network files from strangers. */
import type { Dataset } from '../../../../src/model/types.ts';
import { json, text, type HostileInput } from '../hostileInput.ts';

const read = (
  what: string,
  format: 'gexf' | 'graphml' | 'graphology' | 'node-link',
  content: HostileInput['content'],
  says: string | null,
  { actors, ties }: { readonly actors: number; readonly ties: number },
  holds: (dataset: Dataset) => boolean = () => true,
  leftOut = 0,
): HostileInput => ({
  what: `${format === 'gexf' ? 'GEXF' : format === 'graphml' ? 'GraphML' : 'a network as JSON'}: ${what}`,
  name: 'network.json',
  content,
  gets: { format, events: 0, actors, ties, says, leftOut, holds },
});

const gexf = (nodes: string, edges = '', before = '') =>
  `<?xml version="1.0"?>${before}<gexf version="1.2"><graph><nodes>${nodes}</nodes><edges>${edges}</edges></graph></gexf>`;

const LAUGHS = Array.from(
  { length: 10 },
  (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`,
).join('');

export const NETWORKS: readonly HostileInput[] = [
  read(
    'a billion laughs: entities within entities',
    'gexf',
    text(
      gexf('<node id="a" label="&lol10;"/>', '', `<!DOCTYPE gexf [<!ENTITY lol0 "lol">${LAUGHS}]>`),
    ),
    'undefined entity',
    { actors: 1, ties: 0 },
    ({ actors }) => actors?.[0]?.name === '&lol10;',
  ),
  read(
    'an entity that names a file of the reader’s',
    'gexf',
    text(
      gexf(
        '<node id="a" label="&f;"/>',
        '',
        '<!DOCTYPE gexf [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
      ),
    ),
    'undefined entity',
    { actors: 1, ties: 0 },
  ),
  read(
    'nodes within nodes, 20,000 deep',
    'gexf',
    () => gexf('<node id="n"><nodes>'.repeat(20_000).replaceAll('"n"', numbered('n'))),
    'well-formed XML',
    { actors: 20_000, ties: 0 },
  ),
  read(
    'two nodes of one id',
    'gexf',
    text(gexf('<node id="a"/><node id="a"/>')),
    'an id of its own',
    { actors: 1, ties: 0 },
    undefined,
    1,
  ),
  read(
    'edges that lead nowhere, and one without ends',
    'gexf',
    text(gexf('<node id="a"/>', '<edge source="a" target="x"/><edge/>')),
    'the id of one of the actors',
    { actors: 1, ties: 0 },
    undefined,
    2,
  ),
  read(
    'nodes that lie in each other',
    'gexf',
    text(gexf('<node id="a" pid="b"/><node id="b" pid="a"/>')),
    'no circle',
    { actors: 2, ties: 0 },
  ),
  read(
    'ampersands, and tags that are not closed',
    'gexf',
    text('<gexf><graph><nodes><node id="a" label="R&D"/><node id="b" label="B">'),
    'unclosed tag',
    { actors: 2, ties: 0 },
    ({ actors }) => actors?.[0]?.name === 'R&D',
  ),
  read(
    'weights that are none',
    'gexf',
    text(
      gexf(
        '<node id="a"/><node id="b"/>',
        ['NaN', '-5', 'Infinity', 'heavy']
          .map((weight) => `<edge source="a" target="b" weight="${weight}"/>`)
          .join(''),
      ),
    ),
    'a number',
    { actors: 2, ties: 4 },
    ({ ties }) => ties?.every(({ weight }) => weight === undefined) === true,
  ),
  read(
    'times that are no dates',
    'gexf',
    text(
      gexf(
        '<node id="a"/><node id="b"/>',
        '<edge source="a" target="b" start="yesterday" end="2024-02-30"/>',
      ),
    ),
    'Its text is kept',
    { actors: 2, ties: 1 },
  ),
  read(
    'a script in a label and a stylesheet beside it',
    'graphml',
    text(
      '<?xml-stylesheet href="https://evil.test/x.xsl"?><graphml><key id="l" for="node" attr.name="label"/><graph>' +
        '<node id="a"><data key="l"><![CDATA[<script>run()</script>]]></data></node></graph></graphml>',
    ),
    null,
    { actors: 1, ties: 0 },
    ({ actors }) => actors?.[0]?.name === '<script>run()</script>',
  ),
  read(
    'a hyperedge, and data whose key is not declared',
    'graphml',
    text(
      '<graphml><graph><node id="a"><data key="k">1</data></node><hyperedge><endpoint node="a"/></hyperedge></graph></graphml>',
    ),
    'a hyperedge',
    { actors: 1, ties: 0 },
  ),
  read(
    '__proto__ and constructor as keys and as names of attributes',
    'graphology',
    text(
      '{"nodes": [{"key": "__proto__", "attributes": {"__proto__": 1, "constructor": "x"}}, {"key": "constructor"}], "edges": [{"source": "__proto__", "target": "constructor"}]}',
    ),
    null,
    { actors: 2, ties: 1 },
  ),
  read(
    'nodes that are null, numbers and lists',
    'node-link',
    json({ nodes: [null, 7, [], { id: 'a' }], links: [null, { source: 'a', target: 7 }] }),
    'the id of one of the actors',
    { actors: 4, ties: 1 },
    undefined,
    1,
  ),
  read(
    'a node that is tied to itself, twice',
    'node-link',
    json({
      nodes: [{ id: 'a' }],
      links: [
        { source: 'a', target: 'a' },
        { source: 'a', target: 'a' },
      ],
    }),
    null,
    { actors: 1, ties: 2 },
  ),
  {
    what: 'GEXF: not one node',
    name: 'net.gexf',
    content: text(gexf('')),
    gets: { refused: 'not one node' },
  },
];

/** Each use gets the next number. */
function numbered(letter: string): () => string {
  let count = 0;
  return () => `"${letter}${(count += 1)}"`;
}
