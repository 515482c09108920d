/*
 * The project's own JSON as one of the formats, with a report.
 * Knows: our own JSON. Must not know: other formats, where a file came from.
 */
import type { Format } from './format.ts';
import { notJson } from './notJson.ts';
import { readingOf, type Unit } from './reading.ts';
import { rawOf } from './words.ts';
import { isThreadlineJson, THREADLINE_JSON } from './threadlineJson.ts';

export const threadlineFormat: Format = {
  ...THREADLINE_JSON,
  detect: (source) => (isThreadlineJson(source) ? 1 : 0),
  read(source) {
    const json = source.json();
    if (!json.ok) return notJson(json.error);
    const units = eventUnits(json.value);
    return readingOf({
      format: THREADLINE_JSON,
      dataset: json.value,
      unit: 'events',
      unitsTotal: units.length,
      units,
      problems: [],
      problemsTotal: 0,
      leftOut: [],
      notes: [],
    });
  },
};

function eventUnits(value: unknown): readonly Unit[] {
  const events: unknown =
    typeof value === 'object' && value !== null && 'events' in value ? value.events : [];
  return (Array.isArray(events) ? events : []).map((event: unknown, index) => ({
    place: `events[${index}]`,
    list: 'events',
    index,
    raw: () => rawOf(event),
  }));
}
