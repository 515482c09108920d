/** What is written into a query arrives as what it was, whatever it holds. */
import { array, constantFrom, double, maxSafeInteger, oneof, sample, string } from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { serverAt } from '../../scripts/clickhouse/server.ts';
import { arrayOf, joined, named, sql, type Sql } from '../../src/engine/remote/sql.ts';

const entry = serverAt(inject('servers')[0] ?? '');
const RUNS = 1000;

/** A row of everything in one question: the server is asked once. */
async function returned(values: readonly Sql[]): Promise<readonly unknown[]> {
  const rows = await entry.rows(
    sql`SELECT ${joined(
      values.map((value, i) => sql`${value} AS ${named(`value${String(i)}`)}`),
      sql`, `,
    )}`,
  );
  return rows[0] ?? [];
}

describe('values in queries', () => {
  test(`texts come back to the letter, ${String(RUNS)} of them`, async () => {
    const hostile = constantFrom(
      "'",
      "\\'",
      "'; DROP TABLE events --",
      '\\',
      '${x}',
      '\0',
      '`',
      '\n',
    );
    const pieces = array(oneof(hostile, string({ unit: 'binary', maxLength: 8 })), {
      maxLength: 5,
    });
    const texts = sample(
      pieces.map((some) => some.join('')),
      { numRuns: RUNS, seed: 6 },
    );
    expect(await returned(texts.map((text) => sql`${text}`))).toEqual(texts);
    // As a list, too, and where they are compared.
    const [found] = await returned([
      sql`arrayExists(each -> each NOT IN ${texts}, [${joined(
        texts.map((text) => sql`${text}`),
        sql`, `,
      )}])`,
    ]);
    expect(found).toBe(0);
  });

  test(`numbers come back to the bit, ${String(RUNS)} of them`, async () => {
    const numbers = sample(
      oneof(double({ noNaN: true, noDefaultInfinity: true }), maxSafeInteger()),
      { numRuns: RUNS, seed: 6 },
    );
    const bits = (value: number): string =>
      Buffer.from(new Float64Array([value + 0]).buffer)
        .toString('hex')
        .toUpperCase();
    // As floats, all of them: an integer is one that a float holds.
    const values = numbers.map((value) => sql`toFloat64(${value})`);
    const read = sql`arrayMap(each -> hex(reinterpretAsString(each)), [${joined(values, sql`, `)}])`;
    // Zero bytes at the end of a number are no letters to the server.
    const expected = numbers.map((value) => bits(value).replace(/(?:00)+$/, ''));
    expect(await returned([read])).toEqual([expected]);
  });

  test('what is no number is still one bit pattern', async () => {
    const values = [Infinity, -Infinity, Number.NaN].map((value) => sql`toString(${value})`);
    expect(await returned(values)).toEqual(['inf', '-inf', 'nan']);
    expect(await returned([sql`toTypeName(${arrayOf([])})`])).toEqual(['Array(Nothing)']);
  });

  test('names are plain or none', () => {
    expect(named('events_2').text).toBe('`events_2`');
    for (const name of ['', '1st', 'a b', 'a`b', 'events;', 'é', 'a'.repeat(200)]) {
      expect(() => named(name)).toThrow(/cannot be a name/);
    }
    expect(() => sql`${[]}`).toThrow(RangeError);
  });
});
