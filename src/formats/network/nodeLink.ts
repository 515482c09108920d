/*
 * Networks as JSON: graphology's own, and the lists of nodes and of links that D3, NetworkX and sigma use.
 * Knows: their keys. Must not know: what becomes of a node (networkDraft.ts).
 */
import { fail } from '../../base/result.ts';
import { isRecord } from '../../model/schemaPart.ts';
import type { Format, SourceFile } from '../format.ts';
import { notJson } from '../notJson.ts';
import { readingOf } from '../reading.ts';
import { rawOf } from '../words.ts';
import { edgeTimes, kindFrom, labelFrom, weightFrom } from './attributes.ts';
import type { NetEdge, NetNode } from './net.ts';
import { networkDraft } from './networkDraft.ts';
import { noNetwork } from './noNetwork.ts';

type Fields = Readonly<Record<string, unknown>>;

const GRAPHOLOGY = { id: 'graphology', name: 'graphology JSON' } as const;
const NODE_LINK = { id: 'node-link', name: 'a network as JSON (nodes and links)' } as const;

export const graphologyJson: Format = {
  ...GRAPHOLOGY,
  detect: (source) => (graphOf(source)?.isGraphology === true ? 0.97 : 0),
  read: (source) => read(source, GRAPHOLOGY),
};

export const nodeLinkJson: Format = {
  ...NODE_LINK,
  detect(source) {
    const graph = graphOf(source);
    return graph === null ? 0 : graph.isGraphology ? 0.3 : 0.9;
  },
  read: (source) => read(source, NODE_LINK),
};

interface Graph {
  readonly root: Fields;
  readonly nodes: readonly unknown[];
  readonly edges: readonly unknown[];
  readonly edgesKey: string;
  /** Keys, and attributes apart from them. */
  readonly isGraphology: boolean;
}

function graphOf(source: SourceFile): Graph | null {
  const json = source.json();
  if (!json.ok || !isRecord(json.value)) return null;
  const inside = [json.value['graph'], json.value['elements']];
  const root = inside.filter(isRecord).find((inner) => Array.isArray(inner['nodes'])) ?? json.value;
  const nodes: unknown = root['nodes'];
  if (!Array.isArray(nodes)) return null;
  const edgesKey = ['edges', 'links'].find((key) => Array.isArray(root[key]));
  if (edgesKey === undefined && nodes.length === 0) return null;
  const edges: unknown = edgesKey === undefined ? [] : root[edgesKey];
  const sample = nodes.slice(0, 20).filter(isRecord);
  return {
    root,
    nodes: nodes as readonly unknown[],
    edges: Array.isArray(edges) ? (edges as readonly unknown[]) : [],
    edgesKey: edgesKey ?? 'edges',
    isGraphology: sample.length > 0 && sample.every((node) => 'key' in node && !('id' in node)),
  };
}

function read(source: SourceFile, format: typeof GRAPHOLOGY | typeof NODE_LINK) {
  const json = source.json();
  if (!json.ok) return notJson(json.error);
  const graph = graphOf(source);
  if (graph === null || graph.nodes.length === 0) return fail(noNetwork(format.name, []));
  const { root, edgesKey } = graph;
  const nodes = graph.nodes.map(nodeOf);
  const ends: Ends = { nodes, ids: new Set(nodes.map(({ id }) => id)) };
  const edges = graph.edges.map((edge, i) => edgeOf(edge, `${edgesKey}[${i}]`, ends));
  const about = isRecord(root['attributes']) ? root['attributes'] : root;
  const net = {
    title: textOf(about['title']) || textOf(about['name']) || textOf(about['label']),
    description: textOf(about['description']),
    nodes,
    edges,
  };
  return readingOf(networkDraft(format, net, source.name, [], []));
}

function nodeOf(value: unknown, index: number): NetNode {
  const fields = fieldsOf(value);
  const key = fields['key'] ?? fields['id'] ?? fields['name'] ?? value;
  const attributes = attributesOf(fields);
  const id = textOf(key);
  return {
    id: id === '' ? `node ${index + 1}` : id,
    label: labelFrom(attributes),
    attributes,
    parents: [textOf(fields['parent'])].filter((parent) => parent !== ''),
    times: edgeTimes(attributes).map(({ date }) => date),
    place: `nodes[${index}]`,
    raw: () => rawOf(value),
  };
}

function edgeOf(value: unknown, place: string, ends: Ends): NetEdge {
  const fields = fieldsOf(value);
  const attributes = attributesOf(fields);
  return {
    source: endOf(fields['source'] ?? fields['from'], ends),
    target: endOf(fields['target'] ?? fields['to'], ends),
    kind: kindFrom(attributes) ?? '',
    weight: weightFrom(attributes),
    attributes,
    times: edgeTimes(attributes),
    place,
    raw: () => rawOf(value),
  };
}

interface Ends {
  readonly nodes: readonly NetNode[];
  readonly ids: ReadonlySet<string>;
}

/** Cytoscape puts all that it knows under `data`. */
function fieldsOf(value: unknown): Fields {
  if (!isRecord(value)) return {};
  return isRecord(value['data']) ? { ...value, ...value['data'] } : value;
}

/** D3 numbers nodes that have no id by their place, and puts the node itself there once it has run. */
function endOf(end: unknown, { nodes, ids }: Ends): string {
  if (isRecord(end)) return textOf(end['id'] ?? end['key'] ?? end['name']);
  if (typeof end === 'number' && !ids.has(String(end))) {
    return nodes[end]?.id ?? String(end);
  }
  return textOf(end);
}

const OWN_KEYS: ReadonlySet<string> = new Set(
  'key id source target attributes data undirected parent'.split(' '),
);

/** Graphology's lie apart, all others beside the id. */
function attributesOf(fields: Fields): ReadonlyMap<string, string> {
  const apart = fields['attributes'];
  const attributes = new Map<string, string>();
  for (const part of [fields, isRecord(apart) ? apart : {}]) {
    for (const [name, value] of Object.entries(part)) {
      if (part === fields && OWN_KEYS.has(name)) continue;
      const text = textOf(value);
      if (text !== '') attributes.set(name, text);
    }
  }
  return attributes;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return '';
  const items = value as readonly unknown[];
  return items.every((item) => typeof item === 'string' || typeof item === 'number')
    ? items.join(', ')
    : '';
}
