/*
 * TimelineJS 3 JSON (timeline.knightlab.com/docs/json-format.html).
 * Knows: its keys. Must not know: what becomes of a slide (timelineDraft.ts).
 */
import { isRecord } from '../../model/schemaPart.ts';
import type { Format, SourceFile } from '../format.ts';
import { notJson } from '../notJson.ts';
import { readingOf } from '../reading.ts';
import { dateOfParts } from './timelineDate.ts';
import { withExtras } from './timelineExtras.ts';
import { TimelineDraft, type Slide, type SlideMedia } from './timelineDraft.ts';

const ID = { id: 'timelinejs-3', name: 'TimelineJS 3' } as const;

export const timeline3: Format = {
  ...ID,
  detect(source) {
    const events = slidesOf(source);
    if (events === null) return 0;
    const likely = events.slice(0, 50).filter((slide) => isSlide(slide)).length;
    if (likely > 0) return 0.95;
    return rootOf(source)?.['title'] !== undefined && events.length === 0 ? 0.3 : 0;
  },
  read(source, { onProgress }) {
    const json = source.json();
    if (!json.ok) return notJson(json.error);
    const root = rootOf(source) ?? {};
    const draft = new TimelineDraft();
    const events = slidesOf(source) ?? [];
    for (const [i, value] of events.entries()) {
      if (i % 1_000 === 0) onProgress?.(i, events.length);
      const place = `events[${i}]`;
      if (isRecord(value)) draft.addEvent(slideOf(value, place));
      else draft.leaveOut(place, value);
    }
    const eras: unknown = root['eras'];
    for (const [i, value] of (Array.isArray(eras) ? (eras as unknown[]) : []).entries()) {
      if (isRecord(value)) draft.addEra(slideOf(value, `eras[${i}]`));
      else draft.leaveOut(`eras[${i}]`, value);
    }
    const title = isRecord(root['title']) ? slideOf(root['title'], 'title') : null;
    const notes = title?.media === undefined || title.media === null ? [] : [TITLE_MEDIA];
    const finished = draft.finish(
      ID,
      { headline: title?.headline ?? '', text: title?.text ?? '' },
      source.name,
      notes,
    );
    return readingOf(withExtras(finished, root));
  },
};

const TITLE_MEDIA = 'The picture of the title slide was not taken over: a history has none.';

function rootOf(source: SourceFile): Readonly<Record<string, unknown>> | null {
  const json = source.json();
  return json.ok && isRecord(json.value) ? json.value : null;
}

/** The list of slides, or null: what is no such file. */
function slidesOf(source: SourceFile): readonly unknown[] | null {
  const json = source.json();
  if (!json.ok) return null;
  if (Array.isArray(json.value)) return json.value.some(isSlide) ? json.value : null;
  const root = rootOf(source);
  const events: unknown = root?.['events'];
  if (root === null || 'version' in root || !Array.isArray(events)) return null;
  return events as readonly unknown[];
}

function isSlide(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return 'start_date' in value || (isRecord(value['text']) && 'headline' in value['text']);
}

function slideOf(value: Readonly<Record<string, unknown>>, place: string): Slide {
  const text = value['text'];
  const start: unknown = value['start_date'];
  return {
    place,
    id: typeof value['unique_id'] === 'string' ? value['unique_id'] : null,
    headline: isRecord(text) ? textOf(text['headline']) : '',
    text: isRecord(text) ? textOf(text['text']) : textOf(text),
    start: dateOfParts(start),
    end: dateOfParts(value['end_date']),
    dateKeys: ['start_date', 'end_date'],
    shownDate: textOf(value['display_date']) || shownOf(start),
    group: textOf(value['group']),
    media: mediaOf(value['media']),
    raw: value,
  };
}

function shownOf(start: unknown): string {
  return isRecord(start) && start['year'] !== undefined ? textOf(start['display_date']) : '';
}

function mediaOf(value: unknown): SlideMedia | null {
  if (!isRecord(value)) return null;
  const url = textOf(value['url']);
  if (url.trim() === '') return null;
  return {
    url,
    caption: textOf(value['caption']),
    credit: textOf(value['credit']),
    alt: textOf(value['alt']) || textOf(value['title']),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
