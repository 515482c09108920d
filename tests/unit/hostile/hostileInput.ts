/** What a hostile input is, and what it may get: refused in words, or read with what was wrong told. */
import type { Dataset } from '../../../src/model/types.ts';

export interface HostileInput {
  /** Stands in docs/hostile-inputs.md. */
  readonly what: string;
  /** The name that it comes with, which proves nothing; null: pasted. */
  readonly name: string | null;
  readonly content: () => string | Uint8Array;
  readonly gets: Refused | Read;
}

export interface Refused {
  /** Words of the message, or of the first problem. */
  readonly refused: string;
}

export interface Read {
  /** The id of the format that it is taken for. */
  readonly format: string;
  readonly events: number;
  readonly actors?: number;
  readonly ties?: number;
  /** Words of a problem or a note of the report; null: there is nothing to say. */
  readonly says: string | null;
  readonly leftOut?: number;
  readonly holds?: (dataset: Dataset) => boolean;
}

export const text = (content: string) => () => content;

export const json = (value: unknown) => () => JSON.stringify(value);

export function bytes(...parts: readonly (string | readonly number[])[]): () => Uint8Array {
  return () =>
    Uint8Array.from(
      parts.flatMap((part) =>
        typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
      ),
    );
}
