/** What a database is asked by, where none is needed to tell: addresses, literals, words. */
import { array, assert, constantFrom, double, oneof, property, string } from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readDatabaseAddress } from '../../../src/engine/remote/address.ts';
import { FORMAT, rankOf, spanOf } from '../../../src/engine/remote/columns.ts';
import { serverFault, unreachable } from '../../../src/engine/remote/faults.ts';
import { readHead } from '../../../src/engine/remote/head.ts';
import { allOf, anyOf, joined, long, sql } from '../../../src/engine/remote/sql.ts';
import { overlapping, overlappingIn, where } from '../../../src/engine/remote/where.ts';

describe('SQL', () => {
  test('a text is one literal, whatever it holds (1,000 texts)', () => {
    const hostile = constantFrom(
      "'",
      '\\',
      "\\'",
      "'; DROP TABLE events --",
      '`',
      '${x}',
      '\0',
      '\n',
    );
    const texts = array(oneof(hostile, string({ unit: 'binary', maxLength: 6 })), { maxLength: 5 });
    assert(
      property(
        texts.map((parts) => parts.join('')),
        (text) => {
          const { text: written } = sql`id = ${text}`;
          // As the server reads it: a quote that no backslash stands before ends the literal.
          const literal = /^id = '((?:\\[^]|[^\\'])*)'$/.exec(written);
          expect(literal?.[1]?.replaceAll(/\\([^])/g, '$1')).toBe(text);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('a number is exactly that number (1,000 of them)', () => {
    assert(
      property(double({ noNaN: true }), (value) => {
        const { text } = sql`${value}`;
        const hex = /^reinterpretAsFloat64\(unhex\('([0-9a-f]{16})'\)\)$/.exec(text)?.[1];
        const read = hex === undefined ? Number(text) : Buffer.from(hex, 'hex').readDoubleLE(0);
        expect(read).toBe(value === 0 ? 0 : value);
        expect(hex ?? text).toMatch(/^(?:-?\d+|[0-9a-f]{16})$/);
      }),
      { numRuns: 1000 },
    );
  });

  test('is put together without losing what belongs together', () => {
    expect(sql`a IN ${['x', 'y']} AND b = ${1}`.text).toBe("a IN ('x','y') AND b = 1");
    expect(allOf([sql`a OR b`, sql`c`]).text).toBe('(a OR b) AND (c)');
    expect(anyOf([sql`a`, sql`b`]).text).toBe('(a) OR (b)');
    expect([allOf([]).text, anyOf([]).text]).toEqual(['1', '0']);
    expect(joined([sql`a`, sql`b`], sql`, `).text).toBe('a, b');
  });
});

describe('addresses', () => {
  test('name a server, a database, a user', () => {
    const read = readDatabaseAddress('clickhouse:https://me%40x:p%20w@host:8443/sub/my_db');
    expect(read.ok && read.value).toEqual({
      url: 'https://host:8443/sub/',
      host: 'host:8443',
      database: 'my_db',
      user: 'me@x',
      password: 'p w',
    });
  });

  test.each([
    'clickhouse:',
    'clickhouse:host/db',
    'clickhouse:file:///db',
    'clickhouse:https://host',
  ])('%s is none', (address) => {
    expect(readDatabaseAddress(address)).toMatchObject({ ok: false });
  });
});

describe('what a server says', () => {
  const address = {
    url: 'https://host/',
    host: 'host',
    database: 'history',
    user: 'reader',
    password: '',
  };

  test.each([
    [159, /limit of time.*shorter time/],
    [158, /lets one question read.*filter/],
    [241, /out of memory.*try again/],
    [202, /too many questions.*moment/],
    [201, /quota.*reader.*later/],
    [60, /no history.*load one/],
    [516, /does not know the user “reader”/],
    [497, /may not read/],
    [279, /part of the database.*down/],
    [999, /could not answer \(code 999: Something odd\)\. Try again/],
  ])('code %i is told with its cause and the next step', (code, words) => {
    const said = `Code: ${code}, e.displayText() = DB::Exception: Something odd, e.what() = DB::Exception`;
    expect(serverFault(address, said)?.message).toMatch(words);
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('a page that came by https is told that it may not ask by http', () => {
    const plain = { ...address, url: 'http://host/' };
    expect(unreachable(plain).message).not.toMatch(/https/);
    vi.stubGlobal('location', { protocol: 'https:' });
    expect(unreachable(plain).message).toMatch(/came by https.*Use the database’s https address/);
    expect(unreachable(address).message).not.toMatch(/came by https/);
  });

  test('is none of a database where it has no code', () => {
    expect(serverFault(address, '<html>Code: 60</html>')).toBeNull();
  });
});

describe('what stands in the tables', () => {
  test('events are kept apart by how long they last', () => {
    const dayMs = 86_400_000;
    expect([1, 40, 41, 4000, 4001, Infinity].map((days) => spanOf(0, days * dayMs))).toEqual([
      0, 0, 1, 2, 3, 3,
    ]);
    // One that may be long is looked for wherever it began.
    expect(overlapping({ startMs: 0, endMs: 1 }).text).toContain('span = 3 AND startMs < 1');
  });

  test('a window that holds the whole extent asks for no column', () => {
    const extent = { startMs: 0, endMs: 10 };
    expect(overlappingIn(extent, extent)).toEqual([]);
    expect(overlappingIn(extent, { startMs: 1, endMs: 10 })).toHaveLength(1);
    expect(overlappingIn(null, extent)).toHaveLength(1);
  });

  test('long texts are read last, whatever a condition on them became a part of', () => {
    const word = long(sql`position(text, ${'a'}) > 0`);
    expect(where([word, sql`weight = 5`]).text).toBe(
      "PREWHERE (weight = 5) WHERE (position(text, 'a') > 0)",
    );
    const parts = [
      sql`NOT (${allOf([sql`weight = 5`, word])})`,
      anyOf([word]),
      joined([word], sql``),
    ];
    expect(parts.map(({ readsLong }) => readsLong)).toEqual([true, true, true]);
    expect(where([]).text).toBe('');
  });

  test('the weightier come first, and ranks are exact', () => {
    expect(rankOf(5, 0xffff_ffff)).toBeLessThan(rankOf(4, 0));
    expect(rankOf(1, -1)).toBe(254 * 2 ** 32 + 0xffff_ffff);
    expect(Number.isSafeInteger(rankOf(1, -1))).toBe(true);
  });

  test.each([
    ['not JSON', 'nothing', /cannot be read/],
    ['another shape', `{"format":${String(FORMAT)}}`, /cannot be read/],
    ['an older one', '{"format":1}', /older version.*Load it again/s],
    ['a newer one', '{"format":99}', /newer version/],
    ['no object', '7', /cannot be read/],
  ])('a head that is %s is refused in words', (_, text, words) => {
    const read = readHead(text);
    expect(read.ok ? '' : read.error).toMatch(words);
  });
});
