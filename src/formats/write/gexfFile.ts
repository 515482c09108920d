/*
 * Writes the network that is shown as GEXF 1.3, as Gephi opens it: ties in time, as spells.
 * Knows: GEXF (https://gexf.net/1.3). Must not know: what makes a tie (networkParts.ts).
 */
import type { Dataset } from '../../model/types.ts';
import { firstDay, isoOf, lastDay, type Moment } from './moments.ts';
import {
  networkParts,
  type EdgeToWrite,
  type NetworkParts,
  type NodeToWrite,
} from './networkParts.ts';
import { networkWritten } from './networkWritten.ts';
import type { NetworkToWrite, Writer } from './writer.ts';
import { xmlAttributes, xmlText } from './xml.ts';

/** In the order of their ids, from 0. */
const NODE_ATTRIBUTES = [
  ['kind', 'string'],
  ['sector', 'string'],
  ['events', 'integer'],
  ['value', 'double'],
  ['community', 'integer'],
] as const;
const EDGE_ATTRIBUTES = [
  ['tie', 'string'],
  ['tentative', 'boolean'],
  ['dates', 'string'],
] as const;

export const gexfWriter: Writer = {
  ending: 'gexf',
  mediaType: 'application/gexf+xml',
  isOfNetwork: true,
  write(dataset, { network, nowMs }) {
    if (network === null) throw new Error('There is no network to write.');
    const parts = networkParts(dataset, network);
    return networkWritten(network, gexf(dataset, network, parts, nowMs));
  },
};

function gexf(
  { title, description }: Dataset,
  { measure }: NetworkToWrite,
  parts: NetworkParts,
  nowMs: number,
): string {
  const format = timeFormat(parts);
  const day = new Date(nowMs).toISOString().slice(0, 10);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `  <meta${xmlAttributes({ lastmodifieddate: day })}>`,
    '    <creator>Threadline</creator>',
    `    <title>${xmlText(title)}</title>`,
    `    <description>${xmlText(description ?? title)}</description>`,
    '  </meta>',
    `  <graph${xmlAttributes({ mode: 'dynamic', defaultedgetype: 'undirected', timeformat: format, timerepresentation: 'interval' })}>`,
    ...attributeLines('node', NODE_ATTRIBUTES, measure),
    ...attributeLines('edge', EDGE_ATTRIBUTES, measure),
    '    <nodes>',
    ...parts.nodes.flatMap((node) => nodeLines(node)),
    '    </nodes>',
    '    <edges>',
    ...parts.edges.flatMap((edge) => edgeLines(edge, format)),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}

function attributeLines(
  of: 'node' | 'edge',
  attributes: readonly (readonly [string, string])[],
  measure: string,
): string[] {
  return [
    `    <attributes${xmlAttributes({ class: of, mode: 'static' })}>`,
    ...attributes.map(
      ([name, type], id) =>
        `      <attribute${xmlAttributes({ id, title: name === 'value' ? `${measure} (0 to 1)` : name, type })}/>`,
    ),
    '    </attributes>',
  ];
}

function nodeLines({ id, label, kind, sector, events, value, community }: NodeToWrite): string[] {
  return [
    `      <node${xmlAttributes({ id, label })}>`,
    ...valueLines([kind, sector, events, value, community]),
    '      </node>',
  ];
}

function edgeLines(edge: EdgeToWrite, format: TimeFormat): string[] {
  const { id, source, target, isDirected, kind, label, weight, isTentative, dates } = edge;
  const type = isDirected ? 'directed' : 'undirected';
  const spells = edge.spells.map(
    ({ start, end }) =>
      `          <spell${xmlAttributes({ start: timeOf(start && firstDay(start), format), end: timeOf(end && lastDay(end), format) })}/>`,
  );
  return [
    `      <edge${xmlAttributes({ id, source, target, type, kind, label, weight })}>`,
    ...valueLines([kind, String(isTentative), dates.length === 0 ? null : dates.join(' ')]),
    ...(spells.length === 0 ? [] : ['        <spells>', ...spells, '        </spells>']),
    '      </edge>',
  ];
}

function valueLines(values: readonly (string | number | null)[]): string[] {
  const lines = values.flatMap((value, i) =>
    value === null ? [] : [`          <attvalue${xmlAttributes({ for: i, value })}/>`],
  );
  return ['        <attvalues>', ...lines, '        </attvalues>'];
}

type TimeFormat = 'date' | 'double';

/** Days where all of them have a year of four digits; else years as numbers, since no reader takes others. */
function timeFormat({ edges }: NetworkParts): TimeFormat {
  const isPlain = (moment: Moment | null): boolean =>
    moment === null || (moment.year > 0 && moment.year < 10_000);
  return edges.every(({ spells }) =>
    spells.every(({ start, end }) => isPlain(start) && isPlain(end)),
  )
    ? 'date'
    : 'double';
}

function timeOf(moment: Moment | null, format: TimeFormat): string | null {
  if (moment === null) return null;
  return format === 'date' ? isoOf(moment) : String(moment.year);
}
