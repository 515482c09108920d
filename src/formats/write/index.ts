/*
 * The one table of what can be written.
 * Knows: every writer. Must not know: who asks, how a file is saved.
 */
import type { Dataset } from '../../model/types.ts';
import { csvWriter } from './csvFile.ts';
import { gexfWriter } from './gexfFile.ts';
import { graphmlWriter } from './graphmlFile.ts';
import { icalendarWriter } from './icalendarFile.ts';
import { jsonWriter } from './jsonFile.ts';
import { markdownWriter } from './markdownFile.ts';
import { partOfHistory } from './part.ts';
import { timelineJsWriter } from './timelineJsFile.ts';
import type { WriteOptions, Writer, WriterId, Written } from './writer.ts';

export const WRITERS: Readonly<Record<WriterId, Writer>> = {
  threadline: jsonWriter,
  csv: csvWriter,
  timelinejs: timelineJsWriter,
  gexf: gexfWriter,
  graphml: graphmlWriter,
  icalendar: icalendarWriter,
  markdown: markdownWriter,
};

/**
 * The history in another format, with its briefing as it stands; or the part of it that these events make,
 * without a briefing. A network is of the history's, whichever events are asked for: it knows its own.
 */
export function writeHistory(
  dataset: Dataset,
  writer: WriterId,
  only: readonly string[] | null,
  options: WriteOptions,
): Written {
  const { isOfNetwork, write } = WRITERS[writer];
  if (only !== null && !isOfNetwork) return write(partOfHistory(dataset, new Set(only)), options);
  const { scenes } = options;
  return write(scenes === null ? dataset : { ...dataset, scenes }, options);
}
