/*
 * TimelineJS 2 JSON: `timeline.date[]`, dates as texts such as "1975,1,1", pictures as `asset`.
 * Knows: its keys. Must not know: what becomes of a slide (timelineDraft.ts).
 */
import { isRecord } from '../../model/schemaPart.ts';
import type { Format, SourceFile } from '../format.ts';
import { notJson } from '../notJson.ts';
import { readingOf } from '../reading.ts';
import { dateOfParts } from './timelineDate.ts';
import { TimelineDraft, type Slide, type SlideMedia } from './timelineDraft.ts';

const ID = { id: 'timelinejs-2', name: 'TimelineJS 2' } as const;

export const timeline2: Format = {
  ...ID,
  detect: (source) => (timelineOf(source) === null ? 0 : 0.98),
  read(source, { onProgress }) {
    const json = source.json();
    if (!json.ok) return notJson(json.error);
    const timeline = timelineOf(source) ?? {};
    const draft = new TimelineDraft();
    const dates = listOf(timeline['date']);
    for (const [i, value] of dates.entries()) {
      if (i % 1_000 === 0) onProgress?.(i, dates.length);
      const place = `timeline.date[${i}]`;
      if (isRecord(value)) draft.addEvent(slideOf(value, place));
      else draft.leaveOut(place, value);
    }
    for (const [i, value] of listOf(timeline['era']).entries()) {
      if (isRecord(value)) draft.addEra(slideOf(value, `timeline.era[${i}]`));
      else draft.leaveOut(`timeline.era[${i}]`, value);
    }
    const notes = mediaOf(timeline['asset']) === null ? [] : [TITLE_MEDIA];
    const title = { headline: textOf(timeline['headline']), text: textOf(timeline['text']) };
    return readingOf(draft.finish(ID, title, source.name, notes));
  },
};

const TITLE_MEDIA = 'The picture of the first slide was not taken over: a history has none.';

function timelineOf(source: SourceFile): Readonly<Record<string, unknown>> | null {
  const json = source.json();
  if (!json.ok || !isRecord(json.value)) return null;
  const timeline = json.value['timeline'];
  return isRecord(timeline) && Array.isArray(timeline['date']) ? timeline : null;
}

function slideOf(value: Readonly<Record<string, unknown>>, place: string): Slide {
  return {
    place,
    id: null,
    headline: textOf(value['headline']),
    text: textOf(value['text']),
    start: dateOfParts(value['startDate']),
    end: dateOfParts(value['endDate']),
    dateKeys: ['startDate', 'endDate'],
    shownDate: '',
    group: textOf(value['tag']),
    media: mediaOf(value['asset']),
    raw: value,
  };
}

function mediaOf(value: unknown): SlideMedia | null {
  if (!isRecord(value)) return null;
  const url = textOf(value['media']);
  if (url.trim() === '') return null;
  return { url, caption: textOf(value['caption']), credit: textOf(value['credit']), alt: '' };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
