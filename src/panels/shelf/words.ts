/*
 * What is said of a history on this device.
 * Knows: records of the shelf. Must not know: React, the store.
 */
import type { KeptHistory, Origin } from '../../document/shelf/records.ts';
import { assertNever } from '../../base/assertNever.ts';

/** "24 Nov 2026, 14:05", by this device's clock. */
export function whenWords(atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}

/** "From ministers.csv, changed 24 Nov 2026, 14:05". */
export function entryWords({ origin, savedAtMs, lastSeq }: KeptHistory): string {
  return `${originWords(origin)}, ${lastSeq === 0 ? 'opened' : 'changed'} ${whenWords(savedAtMs)}`;
}

function originWords(origin: Origin): string {
  switch (origin.kind) {
    case 'file':
      return `From ${origin.name}`;
    case 'address':
      return `Copy of ${hostOf(origin.url)}`;
    case 'bundled':
      return 'Copy of the bundled history';
    default:
      return assertNever(origin);
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) && new URL(url).host !== '' ? new URL(url).host : 'another history';
}
