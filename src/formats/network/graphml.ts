/*
 * GraphML (graphml.graphdrawing.org), plain and as yEd writes it, whose labels lie in drawings of its own.
 * Knows: its elements. Must not know: what becomes of a node (networkDraft.ts).
 */
import { fail } from '../../base/result.ts';
import type { Problem } from '../../model/types.ts';
import type { Format } from '../format.ts';
import { readingOf } from '../reading.ts';
import { edgeTimes, kindFrom, labelFrom } from './attributes.ts';
import type { Net, NetEdge, NetNode } from './net.ts';
import { networkDraft } from './networkDraft.ts';
import { noNetwork, unreadable } from './noNetwork.ts';
import { walkXml, withAmpersands, type XmlTag, type XmlVisitor } from './xml.ts';

const ID = { id: 'graphml', name: 'GraphML' } as const;

export const graphml: Format = {
  ...ID,
  detect: (source) => (/<(?:\w+:)?graphml[\s>]/iu.test(source.head()) ? 0.97 : 0),
  read(source, { onProgress }) {
    const decoded = source.decoded();
    if (!decoded.ok) return fail(unreadable(ID.name, decoded.error));
    const text = withAmpersands(decoded.value.text);
    const reading = new GraphmlReading(text);
    const faults = walkXml(text, reading, onProgress);
    const net = reading.finish();
    if (net.nodes.length === 0) return fail(noNetwork(ID.name, faults));
    const problems = [...faults, ...reading.problems];
    return readingOf(networkDraft(ID, net, source.name, problems, reading.notes()));
  },
};

interface Item {
  readonly tag: XmlTag;
  readonly number: number;
  end: number;
  readonly values: Map<string, string>;
  /** Of yEd. */
  label: string;
  readonly parent: string | null;
}

class GraphmlReading implements XmlVisitor {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #nodes: Item[] = [];
  readonly #edges: Item[] = [];
  /** Open nodes and edges; null stands for the graph itself, whose data are its own. */
  readonly #open: Item[] = [];
  /** By id: what a key is called, and what it is where nothing is said. */
  readonly #titles = new Map<string, string>();
  readonly #defaults = new Map<string, { readonly of: string; readonly value: string }>();
  readonly #graph = new Map<string, string>();
  readonly #undeclared = new Set<string>();
  #key: XmlTag | null = null;
  #data: string | null = null;
  #words = '';

  constructor(text: string) {
    this.#text = text;
  }

  open(tag: XmlTag): void {
    const { name } = tag;
    // yEd parts a label's words from its place by elements within it.
    const isInDrawing = this.#data !== null && tag.prefix !== '';
    if (!isInDrawing || name.endsWith('label')) this.#words = '';
    if (name === 'key') {
      this.#key = tag;
      const id = tag.get('id') ?? '';
      this.#titles.set(id, tag.get('attr.name') ?? tag.get('yfiles.type') ?? id);
    } else if (name === 'node') {
      this.#begin(this.#nodes, tag, this.#open.at(-1)?.tag.get('id') ?? null);
    } else if (name === 'edge') this.#begin(this.#edges, tag, null);
    else if (name === 'data') this.#data = tag.get('key') ?? '';
    else if (name === 'hyperedge') {
      this.problems.push({
        place: `line ${tag.line}`,
        found: 'a hyperedge',
        expected: 'edges between two nodes',
        remedy: 'It was left out: ties join two. Write it as edges to keep it.',
        severity: 'error',
      });
    }
  }

  close(name: string, end: number): void {
    const words = this.#words.trim();
    const item = this.#open.at(-1);
    if (name === 'node' || name === 'edge') {
      const closed = this.#open.pop();
      if (closed !== undefined) closed.end = end;
    } else if (name === 'key') this.#key = null;
    else if (name === 'default' && this.#key !== null) {
      const title = this.#titles.get(this.#key.get('id') ?? '') ?? '';
      this.#defaults.set(title, { of: this.#key.get('for') ?? 'all', value: words });
    } else if (name === 'desc' && item === undefined && words !== '') {
      this.#graph.set('title', this.#graph.get('title') ?? words);
    } else if (name === 'nodelabel' || name === 'edgelabel') {
      if (item?.label === '') item.label = words;
    } else if (name === 'data' && this.#data !== null) {
      this.#value(this.#data, words);
      this.#data = null;
    }
    if (name !== 'data' && this.#data !== null && name.endsWith('label')) this.#words = '';
  }

  text(text: string): void {
    this.#words += text;
  }

  notes(): readonly string[] {
    if (this.#undeclared.size === 0) return [];
    const ids = [...this.#undeclared].slice(0, 10).join(', ');
    return [`It uses attributes that it does not declare, by their ids: ${ids}.`];
  }

  finish(): Net {
    const title = this.#graph.get('title') ?? this.#graph.get('name') ?? '';
    return {
      title,
      description: this.#graph.get('description') ?? '',
      nodes: this.#nodes.map((item) => this.#node(item)),
      edges: this.#edges.map((item) => this.#edge(item)),
    };
  }

  #begin(list: Item[], tag: XmlTag, parent: string | null): void {
    const item: Item = {
      tag,
      number: list.length + 1,
      end: this.#text.length,
      values: new Map(),
      label: '',
      parent,
    };
    list.push(item);
    this.#open.push(item);
  }

  #value(key: string, words: string): void {
    if (!this.#titles.has(key)) this.#undeclared.add(key);
    const title = this.#titles.get(key) ?? key;
    const item = this.#open.at(-1);
    // A drawing's words are its label, which is taken by itself.
    if (title.endsWith('graphics')) return;
    (item?.values ?? this.#graph).set(title, words);
  }

  #attributes(item: Item, of: 'node' | 'edge'): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    for (const [title, meant] of this.#defaults) {
      if (meant.of === of || meant.of === 'all') attributes.set(title, meant.value);
    }
    for (const [title, value] of item.values) attributes.set(title, value);
    return attributes;
  }

  #node(item: Item): NetNode {
    const attributes = this.#attributes(item, 'node');
    return {
      id: item.tag.get('id') ?? `node ${item.number}`,
      label: item.label === '' ? labelFrom(attributes) : item.label,
      attributes,
      parents: item.parent === null ? [] : [item.parent],
      times: [],
      ...this.#where(item, 'node'),
    };
  }

  #edge(item: Item): NetEdge {
    const attributes = this.#attributes(item, 'edge');
    return {
      source: item.tag.get('source') ?? '',
      target: item.tag.get('target') ?? '',
      kind: kindFrom(attributes) ?? item.label,
      weight: attributes.get('weight') ?? attributes.get('Weight') ?? item.tag.get('weight'),
      attributes,
      times: edgeTimes(attributes),
      ...this.#where(item, 'edge'),
    };
  }

  #where({ number, tag, end }: Item, of: string): Pick<NetNode, 'place' | 'raw'> {
    return {
      place: `${of} ${number}, line ${tag.line}`,
      raw: () => this.#text.slice(tag.start, end),
    };
  }
}
