/*
 * Files to datasets: the one table of formats, and how an unknown file is recognised with it.
 * Knows: every format. Must not know: the engine, the page, where a file came from.
 */
import { ok, type Result } from '../base/result.ts';
import type { Format, ReadFailure, Reading, ReadOptions, SourceFile } from './format.ts';
import { gexf } from './network/gexf.ts';
import { graphml } from './network/graphml.ts';
import { graphologyJson, nodeLinkJson } from './network/nodeLink.ts';
import { ownCsv } from './ownCsv/ownCsv.ts';
import { TABLE_FORMAT } from './table/tableFormat.ts';
import { timelineSheet } from './table/timelineSheet.ts';
import { threadlineFormat } from './threadlineFormat.ts';
import { timeline2 } from './timelineJs/timeline2.ts';
import { timeline3 } from './timelineJs/timeline3.ts';

export const FORMATS: readonly Format[] = [
  threadlineFormat,
  timeline3,
  timeline2,
  gexf,
  graphml,
  graphologyJson,
  nodeLinkJson,
  ownCsv,
  timelineSheet,
  TABLE_FORMAT,
];

export interface Recognised {
  readonly format: Format;
  /** 0 to 1. */
  readonly confidence: number;
}

/** The formats that a file may be in, the likeliest first; those that cannot be are not among them. */
export function recognise(source: SourceFile): readonly Recognised[] {
  return FORMATS.map((format) => ({ format, confidence: format.detect(source) }))
    .filter(({ confidence }) => confidence > 0)
    .toSorted((a, b) => b.confidence - a.confidence);
}

/** Reads a file as a format, and adds to the report what had to be done to the file before. */
export function readAs(
  format: Format,
  source: SourceFile,
  options: ReadOptions,
): Result<Reading, ReadFailure> {
  const read = format.read(source, options);
  return read.ok ? ok(withNotes(read.value, source)) : read;
}

/** A reading that also tells how its file was encoded, and what had to be mended in it. */
export function withNotes({ dataset, report }: Reading, source: SourceFile): Reading {
  return { dataset, report: { ...report, notes: [...notesOn(source), ...report.notes] } };
}

function notesOn(source: SourceFile): readonly string[] {
  const decoded = source.decoded();
  const encoding = decoded.ok ? decoded.value.encoding : 'UTF-8';
  return encoding === 'UTF-8' ? source.notes : [`Its text is in ${encoding}.`, ...source.notes];
}
