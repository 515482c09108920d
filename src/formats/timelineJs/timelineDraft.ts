/*
 * What both versions of TimelineJS become: events with themes, pictures and sources, periods, a title.
 * Knows: the history's shape. Must not know: how either version writes it.
 */
import type { Edtf, Problem } from '../../model/types.ts';
import { lineFrom, proseFrom } from '../html/prose.ts';
import { webAddressOf } from '../html/runs.ts';
import { embeddedAddress } from '../html/embedded.ts';
import type { LeftOut } from '../format.ts';
import type { Draft, Unit } from '../reading.ts';
import { firstSentence, Ids, nameWithoutEnding, rawOf, shortly, titleOfAddress } from '../words.ts';
import { endsEarlier, rangeOf } from './timelineDate.ts';

/** One slide, whichever version it is from; texts are HTML. */
export interface Slide {
  /** "events[3]". */
  readonly place: string;
  readonly id: string | null;
  readonly headline: string;
  readonly text: string;
  readonly start: Edtf | null;
  readonly end: Edtf | null;
  /** The keys of the dates, for messages. */
  readonly dateKeys: readonly [start: string, end: string];
  /** What the program shows in place of the date. */
  readonly shownDate: string;
  readonly group: string;
  readonly media: SlideMedia | null;
  readonly raw: unknown;
}

export interface SlideMedia {
  readonly url: string;
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
}

export interface TitleSlide {
  readonly headline: string;
  readonly text: string;
}

type Fields = Record<string, unknown>;

const UNSTATED = 'XXXX';
const PICTURE = /\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)(?:$|[?#])/iu;
const VIDEO = /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com)$/u;

export class TimelineDraft {
  readonly #themes = new Map<string, Fields>();
  readonly #sources = new Map<string, Fields>();
  readonly #events: Fields[] = [];
  readonly #periods: Fields[] = [];
  readonly #ids = new Ids();
  readonly #units: Unit[] = [];
  readonly #places: string[] = [];
  readonly #problems: Problem[] = [];
  readonly #leftOut: LeftOut[] = [];
  #unitsTotal = 0;

  addEvent(slide: Slide): void {
    this.#unitsTotal += 1;
    const title = this.#titleOf(slide);
    const summary = [proseFrom(slide.text), shownDateLine(slide)].filter((text) => text !== '');
    const event: Fields = {
      id: this.#ids.take(slide.id, title, 'event'),
      title,
      date: this.#dateOf(slide),
      ...(summary.length === 0 ? {} : { summary: summary.join('\n\n') }),
      ...this.#themeOf(slide.group),
      ...(slide.media === null ? {} : this.#mediaOf(slide, slide.media, title)),
    };
    this.#units.push({
      place: slide.place,
      list: 'events',
      index: this.#events.length,
      raw: () => rawOf(slide.raw),
    });
    this.#places.push(slide.place);
    this.#events.push(event);
  }

  addEra(slide: Slide): void {
    this.#unitsTotal += 1;
    const title = lineFrom(slide.headline) || lineFrom(slide.text) || 'Period';
    const index = this.#periods.length;
    this.#periods.push({
      id: this.#ids.take(slide.id, title, 'period'),
      title,
      date: this.#dateOf(slide),
    });
    this.#units.push({
      place: slide.place,
      list: 'periods',
      index,
      raw: () => rawOf(slide.raw),
    });
  }

  /** What is no slide at all. */
  leaveOut(place: string, raw: unknown): void {
    this.#unitsTotal += 1;
    this.#leftOut.push({ place, raw: rawOf(raw) });
    this.#problems.push({
      place,
      found: shortly(raw),
      expected: 'an object with a date and a headline',
      remedy: 'It was left out. It can be downloaded with all that was left out, as it came.',
      severity: 'error',
    });
  }

  finish(
    format: Draft['format'],
    title: TitleSlide,
    fileName: string | null,
    notes: readonly string[],
  ): Draft {
    const description = proseFrom(title.text);
    return {
      format,
      dataset: {
        version: 1,
        title: lineFrom(title.headline) || nameWithoutEnding(fileName) || 'Timeline',
        ...(description === '' ? {} : { description }),
        sources: [...this.#sources.values()],
        themes: [...this.#themes.values()],
        events: this.#events,
        periods: this.#periods,
      },
      unit: 'entries',
      unitsTotal: this.#unitsTotal,
      units: this.#units,
      problems: this.#problems,
      problemsTotal: this.#problems.length,
      leftOut: this.#leftOut,
      notes,
      placeOf: (list, index, field) => {
        const place = list === 'events' ? this.#places[index] : undefined;
        return place === undefined ? null : `${place}${field === '' ? '' : `, ${field}`}`;
      },
    };
  }

  #titleOf({ place, headline, text, media, shownDate, group }: Slide): string {
    const title = lineFrom(headline);
    if (title !== '') return title;
    const instead =
      [text, media?.caption ?? '', shownDate, group]
        .map((html) => firstSentence(lineFrom(html)))
        .find((words) => words !== '') ?? '';
    this.#problems.push({
      place,
      found: 'no headline',
      expected: 'a headline',
      remedy:
        instead === ''
          ? 'The event is called “Untitled”.'
          : `The event is called “${instead}”, after its text.`,
      severity: 'warning',
    });
    return instead || 'Untitled';
  }

  #dateOf({ place, start, end, dateKeys: [startKey, endKey] }: Slide): Edtf {
    if (start === null) {
      const remedy =
        end === null
          ? 'It is kept without a date.'
          : 'It is kept; of its date only the end is known.';
      this.#problems.push({
        place: `${place}.${startKey}`,
        found: 'nothing',
        expected: 'a date, at least its year',
        remedy,
        severity: 'warning',
      });
      return end === null ? UNSTATED : `/${end}`;
    }
    if (end !== null && endsEarlier(start, end)) {
      this.#problems.push({
        place: `${place}.${endKey}`,
        found: end,
        expected: `an end that is not before the start, ${start}`,
        remedy: 'The end was left out; the start is kept.',
        severity: 'warning',
      });
      return start;
    }
    return rangeOf(start, end);
  }

  #themeOf(group: string): Fields {
    const name = lineFrom(group);
    if (name === '') return {};
    let theme = this.#themes.get(name);
    if (theme === undefined) {
      theme = { id: this.#ids.take(null, name, 'theme'), name };
      this.#themes.set(name, theme);
    }
    return { themes: [theme['id']] };
  }

  /** A picture is shown; anything else that has an address is where one can look further: a source. */
  #mediaOf({ place }: Slide, media: SlideMedia, title: string): Fields {
    const { url: written } = media;
    if (written.trim() === '') return {};
    const url = written.trimStart().startsWith('<')
      ? embeddedAddress(written)
      : webAddressOf(written);
    if (url === null) {
      this.#problems.push({
        place: `${place}, media`,
        found: shortly(written),
        expected: 'an address that begins with https:// or http://',
        remedy: 'It was left out; the rest of the entry is kept.',
        severity: 'warning',
      });
      return {};
    }
    const caption = proseFrom(media.caption);
    const credit = lineFrom(media.credit);
    if (PICTURE.test(new URL(url).pathname)) {
      const alt = lineFrom(media.alt) || lineFrom(media.caption) || title;
      return {
        media: [
          {
            url,
            alt,
            ...(caption === '' ? {} : { caption }),
            ...(credit === '' ? {} : { credit }),
          },
        ],
      };
    }
    let source = this.#sources.get(url);
    if (source === undefined) {
      const { host, pathname } = new URL(url);
      source = {
        id: this.#ids.take(null, `${host}${pathname}`, 'source'),
        title: lineFrom(media.caption).slice(0, 300) || titleOfAddress(url),
        kind: VIDEO.test(host) ? 'video' : 'web page',
        ...(credit === '' ? {} : { publisher: credit }),
        url,
      };
      this.#sources.set(url, source);
    }
    return { citations: [{ source: source['id'] }] };
  }
}

function shownDateLine({ shownDate, start }: Slide): string {
  const shown = lineFrom(shownDate);
  return shown === '' || shown === start ? '' : `Date as shown: ${shown}`;
}
