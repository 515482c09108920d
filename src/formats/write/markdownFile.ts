/*
 * Writes a chronology in Markdown: years as headings, events by time, sources numbered as they come.
 * Knows: Markdown by way of mdast. Must not know: other formats.
 */
import type { BlockContent, ListItem, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { proseOf } from '../../base/prose.ts';
import { statusWords } from '../../model/dateWords.ts';
import { dateOf } from '../../model/dates.ts';
import { formatYear } from '../../model/instantWords.ts';
import type { Citation, Dataset, DateInfo, HistoryEvent, Source } from '../../model/types.ts';
import { yearOf } from '../../model/years.ts';
import { namesIn, type Names } from './columns.ts';
import { eventsWritten, type Writer } from './writer.ts';

export const markdownWriter: Writer = {
  ending: 'md',
  mediaType: 'text/markdown',
  isOfNetwork: false,
  write: (dataset, { link }) => ({
    ...eventsWritten(dataset, []),
    text: toMarkdown(chronology(dataset, link), {
      bullet: '-',
      emphasis: '*',
      listItemIndent: 'one',
      rule: '-',
    }),
    notes: [
      'It holds dates, titles, descriptions, names, quotations’ places and sources; links between events, figures and ties are not in it.',
    ],
  }),
};

interface Dated {
  readonly event: HistoryEvent;
  readonly date: DateInfo;
}

/** Sources in the order in which they are first cited. */
class Numbers {
  readonly #numberOf = new Map<string, number>();

  of(source: string): number {
    const number = this.#numberOf.get(source) ?? this.#numberOf.size + 1;
    this.#numberOf.set(source, number);
    return number;
  }

  ids(): readonly string[] {
    return [...this.#numberOf.keys()];
  }
}

function chronology(dataset: Dataset, link: string | null): Root {
  const numbers = new Numbers();
  const names = namesIn(dataset);
  const dated = dataset.events.map((event) => ({ event, date: dateOf(event.date) }));
  const children: RootContent[] = [heading(1, dataset.title)];
  if (dataset.subtitle !== undefined) {
    children.push(paragraph([{ type: 'emphasis', children: [text(dataset.subtitle)] }]));
  }
  if (dataset.description !== undefined) children.push(...blocksOf(dataset.description));
  if (link !== null) children.push(paragraph([linkTo(link)]));
  for (const [year, events] of byYear(dated)) {
    children.push(heading(2, year), {
      type: 'list',
      ordered: false,
      spread: true,
      children: events.map((each) => entry(each, names, numbers)),
    });
  }
  children.push(...sourceList(dataset, numbers));
  if (dataset.licence !== undefined) children.push(...blocksOf(dataset.licence));
  return { type: 'root', children };
}

/** By time; those that begin nowhere come where they end, those without any date last. */
function byYear(dated: readonly Dated[]): ReadonlyMap<string, readonly Dated[]> {
  const atMs = ({ date: { startMs, endMs } }: Dated): number =>
    Number.isFinite(startMs) ? startMs : Number.isFinite(endMs) ? endMs - 1 : Infinity;
  const sorted = dated.toSorted((a, b) => {
    const [from, to] = [atMs(a), atMs(b)];
    return from === to ? 0 : from - to;
  });
  const years = new Map<string, Dated[]>();
  for (const each of sorted) {
    const at = atMs(each);
    const year = Number.isFinite(at) ? formatYear(yearOf(at)) : 'Without a date';
    const known = years.get(year);
    if (known === undefined) years.set(year, [each]);
    else known.push(each);
  }
  return years;
}

function entry({ event, date }: Dated, names: Names, numbers: Numbers): ListItem {
  const words = statusWords(date, event.status ?? 'happened');
  const line: PhrasingContent[] = [
    { type: 'strong', children: [text(event.title)] },
    text(`, ${words}.`),
    ...citationMarks(event.citations ?? [], numbers),
  ];
  const about = aboutLine(event, names);
  return {
    type: 'listItem',
    spread: false,
    children: [
      paragraph(line),
      ...(event.summary === undefined ? [] : blocksOf(event.summary)),
      ...(about === '' ? [] : [paragraph([text(about)])]),
    ],
  };
}

/** "With David Cameron (speaker), Google. In London." */
function aboutLine({ actors = [], places = [], themes = [] }: HistoryEvent, names: Names): string {
  const who = actors.map(({ actor, role, part }) => {
    const name = names.actors.get(actor)?.name ?? actor;
    const remarks = [role, part === 'took-part' ? undefined : part].filter(
      (remark) => remark !== undefined && remark !== '',
    );
    return remarks.length === 0 ? name : `${name} (${remarks.join(', ')})`;
  });
  const where = places.map((id) => names.places.get(id) ?? id);
  const what = themes.map((id) => names.themes.get(id) ?? id);
  return [
    who.length === 0 ? '' : `Who: ${who.join('; ')}.`,
    where.length === 0 ? '' : `Where: ${where.join('; ')}.`,
    what.length === 0 ? '' : `About: ${what.join('; ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** " [1, paragraph 3; 4]": whose words these are, then what they refer to. */
function citationMarks(citations: readonly Citation[], numbers: Numbers): PhrasingContent[] {
  const marks = citations.flatMap(({ source, locator, cites = [] }) => [
    `${String(numbers.of(source))}${locator === undefined ? '' : `, ${locator}`}`,
    ...cites.map((id) => String(numbers.of(id))),
  ]);
  const each = [...new Set(marks)];
  return each.length === 0 ? [] : [text(` [${each.join('; ')}]`)];
}

function sourceList({ sources = [] }: Dataset, numbers: Numbers): RootContent[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const cited = numbers.ids().flatMap((id) => byId.get(id) ?? []);
  if (cited.length === 0) return [];
  return [
    heading(2, 'Sources'),
    {
      type: 'list',
      ordered: true,
      start: 1,
      spread: false,
      children: cited.map((source) => ({
        type: 'listItem',
        spread: false,
        children: [paragraph(sourceWords(source))],
      })),
    },
  ];
}

function sourceWords({ title, publisher, date, url }: Source): PhrasingContent[] {
  const rest = [publisher, date === undefined ? undefined : dateOf(date).words].filter(
    (part) => part !== undefined && part !== '',
  );
  const words = text([title, ...rest].join(', '));
  return url === undefined ? [words] : [words, text('. '), linkTo(url)];
}

/** The subset that a history's prose may hold; nothing else comes out of it, and no HTML. */
function blocksOf(prose: string): BlockContent[] {
  const tree = proseOf(prose);
  if (tree === null) return [paragraph([text(prose)])];
  return tree.children.filter(isBlock).map((block) => withoutBadLinks(block));
}

function isBlock(node: RootContent): node is BlockContent {
  return node.type === 'paragraph' || node.type === 'list';
}

/** Links other than http and https are only words. */
function withoutBadLinks<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child) => {
    const clean = withoutBadLinks(child);
    return clean.type === 'link' && !/^https?:\/\//iu.test(clean.url) ? clean.children : [clean];
  });
  return { ...node, children };
}

function heading(depth: 1 | 2, words: string): RootContent {
  return { type: 'heading', depth, children: [text(words)] };
}

function paragraph(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children };
}

function text(value: string): PhrasingContent {
  // A line end in a title would end the heading.
  return { type: 'text', value: value.replaceAll(/\s*[\r\n]\s*/gu, ' ') };
}

function linkTo(url: string): PhrasingContent {
  return { type: 'link', url, children: [{ type: 'text', value: url }] };
}
