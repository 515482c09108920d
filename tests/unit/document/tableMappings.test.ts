import { describe, expect, it } from 'vitest';
import type { DeviceStorage } from '../../../src/document/deviceStorage.ts';
import { noStorage } from '../../../src/document/deviceStorage.ts';
import { createTableMappings } from '../../../src/document/tableMappings.ts';
import { EMPTY_MAPPING } from '../../../src/formats/table/mapping.ts';

function memory(found: Map<string, unknown> = new Map()): DeviceStorage {
  return {
    get: (key) => Promise.resolve(found.get(key)),
    update: (key, change) => Promise.resolve(void found.set(key, change(found.get(key)))),
    listen: () => () => undefined,
  };
}

const MAPPING = { ...EMPTY_MAPPING, joinBy: ['Meeting'] };

describe('mappings of tables on this device', () => {
  it('are found again by their headers, in whatever order and capitals', async () => {
    const mappings = createTableMappings(memory(), () => 7);
    await mappings.save(['Meeting', 'Date'], MAPPING);
    expect(await mappings.find(['date', ' MEETING'])).toMatchObject({
      mapping: MAPPING,
      savedAtMs: 7,
    });
    expect(await mappings.find(['Meeting', 'Date', 'Place'])).toBeNull();
  });

  it('can be forgotten', async () => {
    const mappings = createTableMappings(memory());
    await mappings.save(['Date'], MAPPING);
    await mappings.forget(['Date']);
    expect(await mappings.find(['Date'])).toBeNull();
  });

  it('are none of ours where another version kept them', async () => {
    const others = [
      { version: 2, mapping: MAPPING, savedAtMs: 1 },
      { version: 1, mapping: { ...MAPPING, version: 2 }, savedAtMs: 1 },
      { version: 1, mapping: 'none', savedAtMs: 1 },
      'none',
    ];
    for (const other of others) {
      const mappings = createTableMappings(memory(new Map([['["date"]', other]])));
      expect(await mappings.find(['Date'])).toBeNull();
    }
  });

  it('are simply not there where nothing is kept, and saving says so', async () => {
    const refusing: DeviceStorage = {
      ...noStorage('Switched off.'),
      get: () => Promise.reject(new Error('Switched off.')),
    };
    const mappings = createTableMappings(refusing);
    expect(await mappings.find(['Date'])).toBeNull();
    await expect(mappings.save(['Date'], MAPPING)).rejects.toThrow('Switched off.');
  });
});
