/*
 * What a TimelineJS file of our own holds beside its slides (write/timelineJsFile.ts): each event as it was,
 * with whatever was changed in its slide since, and all that a slide has no room for.
 * Knows: both sides. Must not know: how slides are read (timelineDraft.ts), files.
 */
import { parseDataset } from '../../model/parse.ts';
import { isRecord } from '../../model/schemaPart.ts';
import type { Dataset, HistoryEvent, Source, Theme } from '../../model/types.ts';
import type { Draft, Unit } from '../reading.ts';
import { isSameJson } from '../write/isSame.ts';
import { eraOf, slideOf, titleOf } from '../write/slides.ts';
import { EXTRAS_KEY, groupNames } from '../write/timelineJsFile.ts';

type Fields = Readonly<Record<string, unknown>>;
type Changed = { -readonly [Key in keyof HistoryEvent]: HistoryEvent[Key] };

/** The same draft where the file has nothing of ours. */
export function withExtras(draft: Draft, root: Fields): Draft {
  const extras = root[EXTRAS_KEY];
  if (!isRecord(extras) || extras['version'] !== 1) return draft;
  const slides = listOf(root['events']);
  const held = heldBy(extras, slides);
  // Past the border, what the slides alone came to can be trusted too.
  const read = parseDataset(draft.dataset);
  if (held === null || !read.ok) return draft;
  const drafted = new Map(
    read.value.dataset.events.map((event, i) => [read.value.origins.events[i], event]),
  );
  const unitOf = new Map(draft.units.map((unit) => [unit.place, unit]));

  const merging = createMerging(held.dataset, read.value.dataset);
  const events: HistoryEvent[] = [];
  const units: (Unit | null)[] = [];
  const changedPlaces = new Set<string>();
  slides.forEach((slide, i) => {
    const place = `events[${String(i)}]`;
    const unit = unitOf.get(place);
    const own = held.eventOf.get(i);
    const seen = unit === undefined ? undefined : drafted.get(unit.index);
    if (unit === undefined || !isRecord(slide)) return;
    const event =
      own === undefined ? seen && merging.adopted(seen) : merging.merged(own, slide, seen);
    if (event === undefined) return;
    if (event !== own) changedPlaces.add(place);
    events.push(event);
    units.push(unit);
  });
  for (const [at, event] of held.without) {
    events.splice(at, 0, event);
    units.splice(at, 0, null);
  }
  const isTold = (place: string): boolean =>
    !place.startsWith('events[') || changedPlaces.has(/^events\[\d+\]/u.exec(place)?.[0] ?? '');
  const problems = draft.problems.filter(({ place }) => isTold(place));
  return {
    ...draft,
    dataset: { ...merging.history(root), events },
    units: units.flatMap((unit, index) => (unit === null ? [] : [{ ...unit, index }])),
    problems,
    problemsTotal: problems.length,
    placeOf: (list, index, field) => {
      const place = list === 'events' ? units[index]?.place : undefined;
      return place === undefined ? null : `${place}${field === '' ? '' : `, ${field}`}`;
    },
  };
}

interface Held {
  readonly dataset: Dataset;
  /** By the place of its slide. */
  readonly eventOf: ReadonlyMap<number, HistoryEvent>;
  /** Without a slide, and their places among all. */
  readonly without: readonly (readonly [number, HistoryEvent])[];
}

/** Null where what is there is no history. */
function heldBy(extras: Fields, slides: readonly unknown[]): Held | null {
  const places: (number | readonly [number])[] = [];
  const records: unknown[] = [];
  slides.forEach((slide, i) => {
    if (!isRecord(slide) || slide[EXTRAS_KEY] === undefined) return;
    places.push(i);
    records.push(slide[EXTRAS_KEY]);
  });
  for (const entry of listOf(extras['events'])) {
    const [at, record] = listOf(entry);
    if (typeof at !== 'number') continue;
    places.push([at]);
    records.push(record);
  }
  const history = isRecord(extras['history']) ? extras['history'] : {};
  const parsed = parseDataset({ ...history, events: records });
  if (!parsed.ok) return null;
  const { dataset, origins } = parsed.value;
  const eventOf = new Map<number, HistoryEvent>();
  const without: [number, HistoryEvent][] = [];
  dataset.events.forEach((event, i) => {
    const place = places[origins.events[i] ?? -1];
    if (typeof place === 'number') eventOf.set(place, event);
    else if (place !== undefined) without.push([place[0], event]);
  });
  return { dataset, eventOf, without: without.toSorted(([a], [b]) => a - b) };
}

function createMerging(held: Dataset, read: Dataset) {
  const groupOf = groupNames(held);
  const themes: Theme[] = [...(held.themes ?? [])];
  const sources: Source[] = [...(held.sources ?? [])];
  const ids = new Set(held.events.map(({ id }) => id));

  /** The theme of this name, which may be new. */
  const themeIdOf = (theme: Theme): string => {
    const known = themes.find(({ name }) => name === theme.name);
    if (known !== undefined) return known.id;
    const added = { ...theme, id: freeId(theme.id, new Set(themes.map(({ id }) => id))) };
    themes.push(added);
    return added.id;
  };
  const themeOf = ({ themes: [main] = [] }: HistoryEvent): Theme | undefined =>
    read.themes?.find(({ id }) => id === main);

  return {
    /** An event that only its slide tells of. */
    adopted(seen: HistoryEvent): HistoryEvent {
      const event: Changed = { ...seen, id: freeId(seen.id, ids) };
      ids.add(event.id);
      const theme = themeOf(seen);
      if (theme !== undefined) event.themes = [themeIdOf(theme)];
      const cited = read.sources?.find(({ id }) => id === seen.citations?.[0]?.source);
      if (cited !== undefined) {
        const added = { ...cited, id: freeId(cited.id, new Set(sources.map(({ id }) => id))) };
        sources.push(added);
        event.citations = [{ source: added.id }];
      }
      return event;
    },

    /** The event as it was held, with what its slide says otherwise by now. */
    merged(own: HistoryEvent, slide: Fields, seen: HistoryEvent | undefined): HistoryEvent {
      const was = slideOf(own, groupOf);
      if (was === null || seen === undefined) return own;
      const isChanged = (before: unknown, now: unknown): boolean => !isSameJson(before, now);
      const text = isRecord(slide['text']) ? slide['text'] : {};
      let event = own;
      const change = (changes: Partial<HistoryEvent>): void => {
        event = { ...event, ...changes };
      };
      if (isChanged(was.text.headline, text['headline'])) change({ title: seen.title });
      if (isChanged(was.text.text, text['text'])) change({ summary: proseOfSlide(seen) });
      if (
        isChanged(was.start_date, slide['start_date']) ||
        isChanged(was.end_date, slide['end_date'])
      ) {
        change({ date: seen.date });
      }
      if (isChanged(was.media, slide['media'])) {
        change({ media: [...(seen.media ?? []), ...(own.media ?? []).slice(1)] });
      }
      if (isChanged(was.group, slide['group'])) {
        const theme = themeOf(seen);
        const main = theme === undefined ? [] : [themeIdOf(theme)];
        const others = (own.themes ?? []).slice(1).filter((id) => id !== main[0]);
        change({ themes: [...main, ...others] });
      }
      return event;
    },

    /** All but the events. */
    history(root: Fields): Omit<Dataset, 'events'> {
      const { events: _, ...history } = held;
      const title = isRecord(root['title']) ? root['title']['text'] : undefined;
      const was = titleOf(held).text;
      const now = isRecord(title) ? title : {};
      const eras = (held.periods ?? []).map(eraOf).filter((era) => era !== null);
      const areErasSame = isSameJson(eras, listOf(root['eras']));
      return {
        ...history,
        themes,
        sources,
        ...(isSameJson(was.headline, now['headline']) ? {} : { title: read.title }),
        ...(isSameJson(was.text, now['text']) || read.description === undefined
          ? {}
          : { description: read.description }),
        ...(areErasSame ? {} : { periods: read.periods ?? [] }),
      };
    },
  };
}

/** Without the line that tells how TimelineJS words the date. */
function proseOfSlide({ summary = '' }: HistoryEvent): string {
  return summary.replace(/(?:^|\n\n)Date as shown: [^\n]*$/u, '');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function freeId(wished: string, taken: ReadonlySet<string>): string {
  let id = wished;
  for (let n = 2; taken.has(id); n += 1) id = `${wished}-${String(n)}`;
  return id;
}
