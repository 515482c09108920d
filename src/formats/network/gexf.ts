/*
 * GEXF 1.1 to 1.3 (gexf.net), with dynamic attributes, spells and hierarchy, as Gephi and others write it.
 * Knows: its elements. Must not know: what becomes of a node (networkDraft.ts).
 */
import { fail } from '../../base/result.ts';
import type { Format } from '../format.ts';
import { readingOf } from '../reading.ts';
import { kindFrom } from './attributes.ts';
import type { Net, NetEdge, NetNode } from './net.ts';
import { networkDraft } from './networkDraft.ts';
import { noNetwork, unreadable } from './noNetwork.ts';
import { clockOf, dateOfSpell, isDaily, type Spell } from './times.ts';
import { walkXml, withAmpersands, type XmlTag, type XmlVisitor } from './xml.ts';

const ID = { id: 'gexf', name: 'GEXF' } as const;

export const gexf: Format = {
  ...ID,
  detect: (source) => (/<(?:\w+:)?gexf[\s>]/iu.test(source.head()) ? 0.97 : 0),
  read(source, { onProgress }) {
    const decoded = source.decoded();
    if (!decoded.ok) return fail(unreadable(ID.name, decoded.error));
    const text = withAmpersands(decoded.value.text);
    const reading = new GexfReading(text);
    const faults = walkXml(text, reading, onProgress);
    const { net, notes } = reading.finish();
    if (net.nodes.length === 0) return fail(noNetwork(ID.name, faults));
    return readingOf(networkDraft(ID, net, source.name, faults, notes));
  },
};

/** A node or an edge while it is open. */
interface Item {
  readonly tag: XmlTag;
  readonly number: number;
  end: number;
  readonly values: Map<string, string>;
  readonly weights: (Spell & { readonly value: string })[];
  readonly spells: Spell[];
  readonly parents: string[];
  /** Values that hold for a time only, as words. */
  readonly changing: (readonly [name: string, value: string, spell: Spell])[];
}

type Class = 'node' | 'edge';

class GexfReading implements XmlVisitor {
  readonly #text: string;
  readonly #nodes: Item[] = [];
  readonly #edges: Item[] = [];
  /** Open nodes, which may lie in each other, or one edge. */
  readonly #open: Item[] = [];
  readonly #titles: Readonly<Record<Class, Map<string, string>>> = {
    node: new Map(),
    edge: new Map(),
  };
  readonly #defaults: Readonly<Record<Class, Map<string, string>>> = {
    node: new Map(),
    edge: new Map(),
  };
  #class: Class = 'node';
  #attribute = '';
  #meta = new Map<string, string>();
  #words = '';
  #undeclared = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  open(tag: XmlTag): void {
    this.#words = '';
    if (tag.prefix === 'viz') return;
    const item = this.#open.at(-1);
    switch (tag.name) {
      case 'attributes':
        this.#class = tag.get('class') === 'edge' ? 'edge' : 'node';
        return;
      case 'attribute':
        this.#attribute = tag.get('id') ?? '';
        this.#titles[this.#class].set(this.#attribute, tag.get('title') ?? this.#attribute);
        return;
      case 'node':
        this.#begin(this.#nodes, tag, [
          ...(item === undefined ? [] : [idOf(item)]),
          ...listed(tag.get('pid')),
        ]);
        return;
      case 'edge':
        this.#begin(this.#edges, tag, []);
        return;
      case 'parent':
        item?.parents.push(...listed(tag.get('for')));
        return;
      case 'spell':
      case 'slice':
        item?.spells.push(spellOf(tag));
        return;
      case 'attvalue':
        if (item !== undefined) this.#value(item, tag);
        return;
      default:
    }
  }

  close(name: string, end: number): void {
    if (name === 'node' || name === 'edge') {
      const item = this.#open.pop();
      if (item !== undefined) item.end = end;
    } else if (name === 'default') {
      this.#defaults[this.#class].set(
        this.#titles[this.#class].get(this.#attribute) ?? this.#attribute,
        this.#words.trim(),
      );
    } else if (name === 'title' || name === 'description') {
      this.#meta.set(name, this.#words.trim());
    }
    this.#words = '';
  }

  text(text: string): void {
    this.#words += text;
  }

  finish(): { readonly net: Net; readonly notes: readonly string[] } {
    const all = [...this.#nodes, ...this.#edges];
    const spells = all.flatMap((item) => [
      ...item.spells,
      ...item.weights,
      ...item.changing.map(([, , spell]) => spell),
    ]);
    const clock = clockOf(spells);
    const daily = isDaily(spells);
    const when = (spell: Spell): string | null => dateOfSpell(spell, clock, daily);
    const notes = [
      ...(clock === 'none'
        ? [
            'Its times are plain numbers that are neither years nor instants: they are not taken for dates.',
          ]
        : []),
      ...(this.#undeclared.size === 0
        ? []
        : [
            `It uses attributes that it does not declare, by their ids: ${[...this.#undeclared].slice(0, 10).join(', ')}.`,
          ]),
    ];
    return {
      net: {
        title: this.#meta.get('title') ?? '',
        description: this.#meta.get('description') ?? '',
        nodes: this.#nodes.map((item) => this.#node(item, when)),
        edges: this.#edges.map((item) => this.#edge(item, when)),
      },
      notes,
    };
  }

  #begin(list: Item[], tag: XmlTag, parents: string[]): void {
    const own = spellOf(tag);
    const item: Item = {
      tag,
      number: list.length + 1,
      end: this.#text.length,
      values: new Map(),
      weights: [],
      spells: own.start === null && own.end === null ? [] : [own],
      parents,
      changing: [],
    };
    list.push(item);
    this.#open.push(item);
  }

  #value(item: Item, tag: XmlTag): void {
    const id = tag.get('for') ?? tag.get('id') ?? '';
    const titles = this.#titles[item.tag.name === 'edge' ? 'edge' : 'node'];
    if (!titles.has(id)) this.#undeclared.add(id);
    const title = titles.get(id) ?? id;
    const value = tag.get('value') ?? '';
    const spell = spellOf(tag);
    const isLasting = spell.start === null && spell.end === null;
    if (title.toLowerCase() === 'weight' && !isLasting) item.weights.push({ ...spell, value });
    else if (isLasting) item.values.set(title, value);
    else item.changing.push([title, value, spell]);
  }

  #attributes(
    item: Item,
    of: Class,
    when: (spell: Spell) => string | null,
  ): ReadonlyMap<string, string> {
    const attributes = new Map([...this.#defaults[of], ...item.values]);
    for (const [name, value, spell] of item.changing) {
      const before = attributes.get(name);
      const date = when(spell);
      const words = date === null ? value : `${value} (${date})`;
      attributes.set(name, before === undefined ? words : `${before}; ${words}`);
    }
    return attributes;
  }

  #node(item: Item, when: (spell: Spell) => string | null): NetNode {
    return {
      id: idOf(item),
      label: item.tag.get('label') ?? '',
      attributes: this.#attributes(item, 'node', when),
      parents: item.parents.filter((parent) => parent !== idOf(item)),
      times: item.spells.map(when).filter((date) => date !== null),
      ...this.#where(item, 'node'),
    };
  }

  #edge(item: Item, when: (spell: Spell) => string | null): NetEdge {
    const { tag } = item;
    const attributes = this.#attributes(item, 'edge', when);
    // Where no spell is given, the times of its weight are those in which it held.
    const times = item.spells.length > 0 ? item.spells : item.weights;
    return {
      source: tag.get('source') ?? '',
      target: tag.get('target') ?? '',
      kind: tag.get('kind') ?? kindFrom(attributes) ?? tag.get('label') ?? '',
      weight: tag.get('weight') ?? attributes.get('weight') ?? attributes.get('Weight') ?? null,
      attributes,
      times: times.flatMap((spell) => {
        const date = when(spell);
        if (date === null) return [];
        const weight = item.weights.find(
          ({ start, end }) => start === spell.start && end === spell.end,
        );
        return [{ date, weight: weight?.value ?? null }];
      }),
      ...this.#where(item, 'edge'),
    };
  }

  #where({ number, tag, end }: Item, of: Class): Pick<NetNode, 'place' | 'raw'> {
    return {
      place: `${of} ${number}, line ${tag.line}`,
      raw: () => this.#text.slice(tag.start, end),
    };
  }
}

function idOf({ tag, number }: Item): string {
  return tag.get('id') ?? tag.get('label') ?? `node ${number}`;
}

function listed(ids: string | null): string[] {
  return ids === null ? [] : ids.split(/[\s,;]+/u).filter((id) => id !== '');
}

function spellOf(tag: XmlTag): Spell {
  const instant = tag.get('timestamp');
  return {
    start: tag.get('start') ?? tag.get('startopen') ?? tag.get('datefrom') ?? instant,
    end: tag.get('end') ?? tag.get('endopen') ?? tag.get('dateto') ?? instant,
  };
}
