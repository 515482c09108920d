/*
 * Files to datasets: the one table of formats, and how an unknown file is recognised with it.
 * Knows: every format. Must not know: the engine, the page, where a file came from.
 */
import type { Format, SourceFile } from './format.ts';
import { ownCsv } from './ownCsv/ownCsv.ts';
import { threadlineFormat } from './threadlineFormat.ts';
import { timeline2 } from './timelineJs/timeline2.ts';
import { timeline3 } from './timelineJs/timeline3.ts';

export const FORMATS: readonly Format[] = [threadlineFormat, timeline3, timeline2, ownCsv];

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
