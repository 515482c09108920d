/*
 * A dataset as the project's own JSON in its one order: keys as the schema lists them, one field a line.
 * Knows: the schema. Must not know: files, who saves it.
 */
import { joinedBytes } from '../base/joinedBytes.ts';
import type { Frame } from './frame.ts';
import { datasetSchema, eventSchema } from './schema.ts';
import { isRecord, type SchemaPart } from './schemaPart.ts';
import type { Dataset, HistoryEvent } from './types.ts';

type Ordered = (value: unknown) => unknown;

/**
 * The text of a file: records stay in their order, their keys stand in the schema's, so that the same
 * history is the same text whoever made it and a change of one field is a change of its lines. Lists of
 * records that are empty are left out; no other list is. Reading it gives the dataset back (only a
 * negative zero comes back as zero).
 */
export function canonicalJson(dataset: Dataset): string {
  return `${JSON.stringify(inCanonicalOrder(dataset), null, 2)}\n`;
}

/** The same dataset, record by record in the order of that text; without the lists that it leaves out. */
export function inCanonicalOrder(dataset: Dataset): Dataset {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the order of keys is another one
  return inSchemaOrder(withoutEmptyLists(dataset)) as Dataset;
}

/** So many events are written at once: no text need be as long as the file. */
const EVENTS_AT_ONCE = 1_000;

/** The same as bytes, UTF-8 without a mark. */
export function canonicalBytes(
  frame: Frame,
  events: Iterable<HistoryEvent>,
): Uint8Array<ArrayBuffer> {
  // Only at the outermost level does a name stand so near to its line's beginning.
  const around = canonicalJson({ ...frame, events: [] });
  const [before = '', after = ''] = around.split(/(?<=\n {2}"events": \[)(?=\])/u);
  const encoder = new TextEncoder();
  const pieces = [encoder.encode(before)];
  let texts: string[] = [];
  const write = (): void => {
    if (texts.length === 0) return;
    const isFirst = pieces.length === 1;
    pieces.push(encoder.encode(`${isFirst ? '' : ','}\n${texts.join(',\n')}`));
    texts = [];
  };
  for (const event of events) {
    const text = JSON.stringify(inEventOrder(event), null, 2);
    texts.push(`    ${text.replaceAll('\n', '\n    ')}`);
    if (texts.length === EVENTS_AT_ONCE) write();
  }
  write();
  pieces.push(encoder.encode(`${pieces.length === 1 ? '' : '\n  '}${after}`));
  return joinedBytes(pieces);
}

/** A list of records that nobody wrote is not written; events are, since a history has them. */
function withoutEmptyLists(dataset: Dataset): object {
  return Object.fromEntries(
    Object.entries(dataset).filter(
      ([key, value]) => key === 'events' || !Array.isArray(value) || value.length > 0,
    ),
  );
}

const inSchemaOrder: Ordered = orderedBy(datasetSchema);
const inEventOrder: Ordered = orderedBy(eventSchema);

function orderedBy(part: SchemaPart): Ordered {
  const { entries, item } = part.wrapped ?? part;
  if (item !== undefined) {
    const ordered = orderedBy(item);
    return (value) => (Array.isArray(value) ? value.map(ordered) : value);
  }
  if (entries === undefined) return (value) => value;
  const fields = Object.entries(entries).map(([key, field]) => [key, orderedBy(field)] as const);
  return (value) => {
    if (!isRecord(value)) return value;
    const record: Record<string, unknown> = {};
    for (const [key, ordered] of fields) {
      if (value[key] !== undefined) record[key] = ordered(value[key]);
    }
    return record;
  };
}
