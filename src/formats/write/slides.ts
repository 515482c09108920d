/*
 * An event, a period and a title as TimelineJS 3 shows them: slides and eras, with texts as HTML.
 * Knows: TimelineJS 3's JSON (https://timeline.knightlab.com/docs/json-format.html). Must not know: what of
 * a history it has no room for, files.
 */
import type { Nodes } from 'mdast';
import { proseOf } from '../../base/prose.ts';
import { statusWords } from '../../model/dateWords.ts';
import type { Dataset, HistoryEvent, Media, Period } from '../../model/types.ts';
import { timelineYear } from '../timelineJs/years.ts';
import { momentsOf, type Moment, type Moments } from './moments.ts';

interface SlideDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

interface SlideText {
  /** HTML, as all texts of a slide. */
  readonly headline: string;
  readonly text?: string;
}

interface SlideMedia {
  readonly url: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly alt?: string;
}

export interface Slide {
  readonly start_date: SlideDate;
  readonly end_date?: SlideDate;
  readonly display_date: string;
  readonly text: SlideText;
  readonly media?: SlideMedia;
  readonly group?: string;
  readonly unique_id: string;
}

export interface Era {
  readonly start_date: SlideDate;
  readonly end_date: SlideDate;
  readonly text: SlideText;
}

/** Null where the date has neither a start nor an end: a slide must stand somewhere. */
export function slideOf(event: HistoryEvent, groupOf: ReadonlyMap<string, string>): Slide | null {
  const moments = momentsOf(event.date);
  const { start, end } = standing(moments);
  if (start === null) return null;
  const [medium] = event.media ?? [];
  const group = groupOf.get(event.themes?.[0] ?? '') ?? '';
  return {
    start_date: slideDate(start),
    ...(end === null ? {} : { end_date: slideDate(end) }),
    display_date: escapeHtml(statusWords(moments.info, event.status ?? 'happened')),
    text: {
      headline: escapeHtml(event.title),
      ...(event.summary === undefined ? {} : { text: htmlOf(event.summary) }),
    },
    ...(medium === undefined ? {} : { media: slideMedia(medium) }),
    ...(group === '' ? {} : { group }),
    unique_id: event.id,
  };
}

/** Null where it lacks one of its ends: an era has both. */
export function eraOf({ title, date }: Period): Era | null {
  const { start, end } = momentsOf(date);
  if (start === null || end === null) return null;
  return {
    start_date: slideDate(start),
    end_date: slideDate(end),
    text: { headline: escapeHtml(title) },
  };
}

export function titleOf({ title, subtitle, description }: Dataset): { readonly text: SlideText } {
  const words = [subtitle, description].filter((text) => text !== undefined && text !== '');
  return {
    text: {
      headline: escapeHtml(title),
      ...(words.length === 0 ? {} : { text: words.map((text) => htmlOf(text ?? '')).join('') }),
    },
  };
}

/** A date by which something happened stands at its end; one slide each. */
function standing({ start, end, isOne }: Moments): {
  readonly start: Moment | null;
  readonly end: Moment | null;
} {
  if (start === null) return { start: end, end: null };
  return { start, end: isOne ? null : end };
}

function slideDate({ year, month, day, time }: Moment): SlideDate {
  return {
    year: timelineYear(year),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...time,
  };
}

function slideMedia({ url, alt, caption, credit }: Media): SlideMedia {
  return {
    url,
    ...(caption === undefined ? {} : { caption: escapeHtml(caption) }),
    ...(credit === undefined ? {} : { credit: escapeHtml(credit) }),
    ...(alt === '' ? {} : { alt }),
  };
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Prose as the few elements that it needs. */
function htmlOf(text: string): string {
  const tree = proseOf(text);
  return tree === null ? `<p>${escapeHtml(text)}</p>` : elementsOf(tree);
}

function elementsOf(node: Nodes): string {
  if (node.type === 'text') return escapeHtml(node.value);
  if (node.type === 'break') return '<br>';
  const inner = 'children' in node ? node.children.map(elementsOf).join('') : '';
  if (node.type === 'link') {
    // Other addresses are only words.
    const isOfTheWeb = /^https?:\/\//iu.test(node.url);
    return isOfTheWeb ? `<a href="${escapeHtml(node.url)}">${inner}</a>` : inner;
  }
  const name = elementName(node);
  return name === null ? inner : `<${name}>${inner}</${name.replace(/ .*/u, '')}>`;
}

function elementName(node: Nodes): string | null {
  if (node.type === 'paragraph') return 'p';
  if (node.type === 'emphasis') return 'em';
  if (node.type === 'strong') return 'strong';
  if (node.type === 'listItem') return 'li';
  if (node.type !== 'list') return null;
  if (node.ordered !== true) return 'ul';
  return (node.start ?? 1) === 1 ? 'ol' : `ol start="${String(node.start)}"`;
}
