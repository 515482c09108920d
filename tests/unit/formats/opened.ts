/** Opens a text or bytes as the formats' worker does: recognised by content, read, or refused in words. */
import type { ReadFailure, Reading } from '../../../src/formats/format.ts';
import { readAs, recognise } from '../../../src/formats/index.ts';
import { understood } from '../../../src/formats/looseJson.ts';
import { sourceFileOf } from '../../../src/formats/sourceFile.ts';
import { unknownFile } from '../../../src/formats/unknownFile.ts';

export type Opened =
  | ({ readonly kind: 'read' } & Reading)
  | { readonly kind: 'refused'; readonly failure: ReadFailure };

export function opened(content: string | Uint8Array, name: string | null = null): Opened {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const source = understood(sourceFileOf(name, bytes));
  const format = recognise(source)[0]?.format;
  if (format === undefined) return { kind: 'refused', failure: unknownFile(source) };
  const read = readAs(format, source, {});
  return read.ok ? { kind: 'read', ...read.value } : { kind: 'refused', failure: read.error };
}

/** What was read; throws the failure's words where it was not. */
export function readingOf(content: string | Uint8Array, name: string | null = null): Reading {
  const result = opened(content, name);
  if (result.kind === 'refused') throw new Error(result.failure.message);
  return result;
}
