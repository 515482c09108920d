/*
 * What a network becomes: nodes are actors, edges ties, and there are no events.
 * Knows: the history's shape, what attributes are usually called. Must not know: how a file writes them.
 */
import type { Problem } from '../../model/types.ts';
import { proseFrom, lineFrom } from '../html/prose.ts';
import type { Draft, Unit } from '../reading.ts';
import { wellFormedText } from '../wellFormed.ts';
import { nameWithoutEnding } from '../words.ts';
import { kindOf, likelyKind } from './kinds.ts';
import type { Net, NetEdge, NetNode } from './net.ts';
import { PlaceList } from './nodePlaces.ts';

type Fields = Record<string, unknown>;

const SECTORS: ReadonlySet<string> = new Set(
  'sector actor_type category type industry field branch'.split(' '),
);
const DESCRIPTIONS: ReadonlySet<string> = new Set(
  'description notes note bio biography summary abstract comment'.split(' '),
);
const ALIASES: ReadonlySet<string> = new Set('alias aliases acronym abbreviation'.split(' '));
/** Where a thing is drawn and how, which this program says itself. */
const OF_LAYOUT: ReadonlySet<string> = new Set(
  (
    'x y z size color colour r g b a shape fixed hidden highlighted forcelabel zindex label id key ' +
    'name title width height fill'
  ).split(' '),
);
/** So many further attributes are listed under an actor. */
const LISTED = 30;

export function networkDraft(
  format: Draft['format'],
  net: Net,
  fileName: string | null,
  problems: readonly Problem[],
  notes: readonly string[],
): Draft {
  const guess = likelyKind(net.nodes);
  const kinds = net.nodes.map(kindOf);
  const guessed = kinds.filter((kind) => kind === null).length;
  const places = new PlaceList();
  const flags = flagsOf(net.nodes);
  const actors = net.nodes.map((node, i) => actorOf(node, kinds[i] ?? guess, places, flags));
  const ties: Fields[] = [];
  const tiePlaces: string[] = [];
  const edgeUnits: Unit[] = [];
  for (const edge of net.edges) {
    edgeUnits.push({ place: edge.place, list: 'ties', index: ties.length, raw: edge.raw });
    for (const tie of tiesOf(edge)) {
      ties.push(tie);
      tiePlaces.push(edge.place);
    }
  }
  const nodeUnits = net.nodes.map(({ place, raw }, index): Unit => ({
    place,
    raw,
    list: 'actors',
    index,
  }));
  const guessNote = `The file does not say of ${guessed === net.nodes.length ? 'its nodes' : `${guessed} of its nodes`} whether they are people or organisations: they were taken for ${guess === 'person' ? 'people' : 'organisations'}.`;
  return {
    format,
    dataset: {
      version: 1,
      title:
        lineFrom(net.title).replace(/\.(?:gexf|graphml|json|xml)$/iu, '') ||
        nameWithoutEnding(fileName) ||
        'Network',
      ...(net.description === '' ? {} : { description: proseFrom(net.description) }),
      places: places.records,
      actors,
      events: [],
      ties,
    },
    unit: 'nodes and edges',
    unitsTotal: net.nodes.length + net.edges.length,
    units: [...nodeUnits, ...edgeUnits],
    problems,
    problemsTotal: problems.length,
    leftOut: [],
    notes: [...notes, ...(guessed === 0 ? [] : [guessNote]), ...notesOnNames(net.nodes)],
    placeOf: (list, index, field) => {
      const place = list === 'actors' ? net.nodes[index]?.place : tiePlaces[index];
      if (place === undefined || (list !== 'actors' && list !== 'ties')) return null;
      const key =
        list === 'ties' ? field.replace(/^from/u, 'source').replace(/^to/u, 'target') : field;
      return `${place}${key === '' ? '' : `, ${key}`}`;
    },
  };
}

function actorOf(
  node: NetNode,
  kind: string,
  places: PlaceList,
  flags: ReadonlySet<string>,
): Fields {
  const name = wellFormedText(node.label.replaceAll(/\s+/gu, ' ').trim()) || node.id;
  const named = new Map(
    [...node.attributes].map(([key, value]) => [key.toLowerCase(), value.trim()]),
  );
  const sector = firstOf(named, SECTORS);
  const described = firstOf(named, DESCRIPTIONS);
  const alias = firstOf(named, ALIASES);
  const place = places.of(named);
  const further = [...node.attributes].filter(([key, value]) => {
    const lower = key.toLowerCase();
    return (
      value.trim() !== '' &&
      !(flags.has(key) && NO.test(value.trim())) &&
      !OF_LAYOUT.has(lower) &&
      !PlaceList.KEYS.has(lower) &&
      ![sector, described, alias].some((used) => used?.key === lower)
    );
  });
  const lines = [
    ...node.times.map((date) => `present: ${date}`),
    ...further.map(([key, value]) => `${key}: ${value.trim().replaceAll(/\s+/gu, ' ')}`),
  ].slice(0, LISTED);
  const description = [
    ...(described === null ? [] : [proseFrom(described.value)]),
    ...(lines.length === 0
      ? []
      : [lines.map((line) => `- ${escaped(wellFormedText(line))}`).join('\n')]),
  ].join('\n\n');
  const partOf = [...new Set(node.parents)].map((actor) => ({ actor }));
  return {
    id: node.id,
    name,
    kind,
    ...(sector === null ? {} : { sector: wellFormedText(sector.value) }),
    ...(alias === null ? {} : { aliases: [wellFormedText(alias.value)] }),
    ...(description === '' ? {} : { description }),
    ...(place === null ? {} : { place }),
    ...(partOf.length === 0 ? {} : { partOf }),
  };
}

const NO = /^(?:0|false|no)$/iu;
const YES_OR_NO = /^(?:[01]|true|false|yes|no|)$/iu;

/** Attributes that are only yes or no, which are listed where they are yes. */
function flagsOf(nodes: readonly NetNode[]): ReadonlySet<string> {
  const names = new Set(nodes.flatMap(({ attributes }) => [...attributes.keys()]));
  for (const { attributes } of nodes) {
    for (const [name, value] of attributes) if (!YES_OR_NO.test(value.trim())) names.delete(name);
  }
  return names;
}

/** Letters of two bytes each, of which each byte was taken for a letter: "dÃ©veloppement". */
const TWICE_ENCODED = /[\u00C2-\u00C5][\u0080-\u00BF]/u;

function notesOnNames(nodes: readonly NetNode[]): readonly string[] {
  const odd = nodes
    .map(({ label, id }) => (label === '' ? id : label))
    .filter((name) => TWICE_ENCODED.test(name));
  const [first] = odd;
  if (first === undefined) return [];
  return [
    `${odd.length === 1 ? 'A name looks' : `${odd.length} names look`} as if encoded twice, such as “${first.slice(0, 60)}”: kept as they came. Whoever made the file can save it again as UTF-8.`,
  ];
}

function firstOf(
  named: ReadonlyMap<string, string>,
  keys: ReadonlySet<string>,
): { readonly key: string; readonly value: string } | null {
  for (const [key, value] of named) if (keys.has(key) && value !== '') return { key, value };
  return null;
}

/** What begins like emphasis or a link in Markdown is letters here. */
function escaped(line: string): string {
  return line.replaceAll(/[\\*_[\]]/gu, '\\$&');
}

function tiesOf({ source, target, kind, weight, times }: NetEdge): Fields[] {
  const tie = { from: source, to: target, ...(kind === '' ? {} : { kind: wellFormedText(kind) }) };
  if (times.length === 0) return [{ ...tie, ...weightOf(weight) }];
  return times.map((time) => ({ ...tie, ...weightOf(time.weight ?? weight), date: time.date }));
}

/** What is no number stays as it is written: the border leaves it out and says so. */
function weightOf(written: string | null): Fields {
  const text = written?.trim() ?? '';
  if (text === '') return {};
  const number = Number(text.replace(',', '.'));
  return { weight: Number.isNaN(number) ? text : number };
}
