/*
 * What the columns of tables were said to be, kept on this device and found again by their headers.
 * Knows: the device's storage, mappings as data. Must not know: tables, how a mapping is made or applied.
 */
import type { TableMapping } from '../formats/table/mapping.ts';
import { isRecord } from '../model/schemaPart.ts';
import { indexedDbStorage, type DeviceStorage } from './deviceStorage.ts';

export interface TableMappings {
  /** Null where none was kept for these headers, or this device keeps nothing. */
  find(headers: readonly string[]): Promise<SavedMapping | null>;
  /** Rejects where this device keeps nothing. */
  save(headers: readonly string[], mapping: TableMapping): Promise<void>;
  forget(headers: readonly string[]): Promise<void>;
}

export interface SavedMapping {
  readonly mapping: TableMapping;
  readonly savedAtMs: number;
}

interface Kept extends SavedMapping {
  readonly version: 1;
}

export function createTableMappings(
  storage: DeviceStorage = indexedDbStorage('mappings'),
  nowMs: () => number = Date.now,
): TableMappings {
  return {
    async find(headers) {
      try {
        return readKept(await storage.get(keyOf(headers)));
      } catch {
        // Without storage there is a guess to begin with.
        return null;
      }
    },
    save: (headers, mapping) =>
      storage.update(
        keyOf(headers),
        () => ({ version: 1, mapping, savedAtMs: nowMs() }) satisfies Kept,
      ),
    forget: (headers) => storage.update(keyOf(headers), () => null),
  };
}

/** Next month's file has the same headers, perhaps in another order or with other capitals. */
function keyOf(headers: readonly string[]): string {
  const names = headers.map((header) => header.trim().toLowerCase()).toSorted();
  return JSON.stringify(names);
}

/** What another version of the program kept is not taken for ours. */
function readKept(found: unknown): SavedMapping | null {
  if (!isRecord(found) || found['version'] !== 1 || !isRecord(found['mapping'])) return null;
  if (found['mapping']['version'] !== 1 || typeof found['savedAtMs'] !== 'number') return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this program alone, of this version
  return found as unknown as Kept;
}
