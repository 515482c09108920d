/*
 * Writes the network that is shown as GraphML, which has no time of its own: the first and last day of a
 * tie and all of its dates are attributes.
 * Knows: GraphML (http://graphml.graphdrawing.org). Must not know: what makes a tie (networkParts.ts).
 */
import type { Dataset } from '../../model/types.ts';
import { isoOf } from './moments.ts';
import {
  networkParts,
  type EdgeToWrite,
  type NetworkParts,
  type NodeToWrite,
} from './networkParts.ts';
import { networkWritten } from './networkWritten.ts';
import type { NetworkToWrite, Writer } from './writer.ts';
import { xmlAttributes, xmlText } from './xml.ts';

type Value = string | number | boolean | null;

interface Key<Item> {
  readonly name: string;
  readonly type: 'string' | 'int' | 'double' | 'boolean';
  readonly of: (item: Item) => Value;
}

export const graphmlWriter: Writer = {
  ending: 'graphml',
  mediaType: 'application/graphml+xml',
  isOfNetwork: true,
  write(dataset, { network }) {
    if (network === null) throw new Error('There is no network to write.');
    return networkWritten(network, graphml(dataset, network, networkParts(dataset, network)));
  },
};

function graphml(
  { title }: Dataset,
  { measure }: NetworkToWrite,
  { nodes, edges }: NetworkParts,
): string {
  const nodeKeys: readonly Key<NodeToWrite>[] = [
    { name: 'label', type: 'string', of: ({ label }) => label },
    { name: 'kind', type: 'string', of: ({ kind }) => kind },
    { name: 'sector', type: 'string', of: ({ sector }) => sector },
    { name: 'events', type: 'int', of: ({ events }) => events },
    { name: `${measure} (0 to 1)`, type: 'double', of: ({ value }) => value },
    { name: 'community', type: 'int', of: ({ community }) => community },
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...keyLines('node', nodeKeys),
    ...keyLines('edge', EDGE_KEYS),
    `  <graph${xmlAttributes({ id: 'network', edgedefault: 'undirected' })}>`,
    `    <desc>${xmlText(title)}</desc>`,
    ...nodes.flatMap((node) => [
      `    <node${xmlAttributes({ id: node.id })}>`,
      ...dataLines('node', nodeKeys, node),
      '    </node>',
    ]),
    ...edges.flatMap((edge) => [
      `    <edge${xmlAttributes({ id: `e${edge.id}`, source: edge.source, target: edge.target, directed: edge.isDirected ? 'true' : 'false' })}>`,
      ...dataLines('edge', EDGE_KEYS, edge),
      '    </edge>',
    ]),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

const EDGE_KEYS: readonly Key<EdgeToWrite>[] = [
  { name: 'tie', type: 'string', of: ({ kind }) => kind },
  { name: 'label', type: 'string', of: ({ label }) => label },
  { name: 'weight', type: 'double', of: ({ weight }) => weight },
  { name: 'tentative', type: 'boolean', of: ({ isTentative }) => isTentative },
  { name: 'start', type: 'string', of: ({ spells }) => firstOf(spells) },
  { name: 'end', type: 'string', of: ({ spells }) => lastOf(spells) },
  {
    name: 'dates',
    type: 'string',
    of: ({ dates }) => (dates.length === 0 ? null : dates.join(' ')),
  },
];

/** Spells are by time; one that is open at its start leaves the tie open there. */
function firstOf(spells: EdgeToWrite['spells']): string | null {
  const first = spells[0]?.start ?? null;
  return first === null ? null : isoOf(first);
}

function lastOf(spells: EdgeToWrite['spells']): string | null {
  const last = spells.at(-1)?.end ?? null;
  return last === null ? null : isoOf(last);
}

function keyLines(of: 'node' | 'edge', keys: readonly Key<never>[]): string[] {
  return keys.map(
    ({ name, type }, i) =>
      `  <key${xmlAttributes({ id: `${of}-${String(i)}`, for: of, 'attr.name': name, 'attr.type': type })}/>`,
  );
}

function dataLines<Item>(of: string, keys: readonly Key<Item>[], item: Item): string[] {
  return keys.flatMap((key, i) => {
    const value = key.of(item);
    return value === null
      ? []
      : [
          `      <data${xmlAttributes({ key: `${of}-${String(i)}` })}>${xmlText(String(value))}</data>`,
        ];
  });
}
