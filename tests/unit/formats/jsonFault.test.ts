import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFaultOf } from '../../../src/formats/jsonFault.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

describe('jsonFaultOf', { timeout: 120_000 }, () => {
  it('says where and what', () => {
    const cases: Readonly<Record<string, readonly [offset: number, expected: string]>> = {
      '': [0, 'a value'],
      '{"a": 1': [7, 'a comma or }'],
      '{"a": 1,}': [8, 'a name in double quotation marks'],
      "{'a': 1}": [1, 'a name in double quotation marks or }'],
      '{"a" 1}': [5, 'a colon'],
      '[1, 2,]': [6, 'a value'],
      '[1 2]': [3, 'a comma or ]'],
      '[1}': [2, 'a comma or ]'],
      '{}]': [2, 'the end of the file'],
      '["a\nb"]': [3, 'a closing quotation mark'],
      '["a': [3, 'a closing quotation mark'],
      '["\\x"]': [2, 'an escape such as \\n or \\u00e9'],
      '[01]': [1, 'a value or ]'],
      '[NaN]': [1, 'a value or ]'],
      'callback({})': [0, 'a value'],
    };
    for (const [text, [offset, expected]] of Object.entries(cases)) {
      expect([text, jsonFaultOf(text)]).toEqual([text, { offset, expected }]);
    }
  });

  it('finds no fault in JSON, however deep', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
        expect(jsonFaultOf(JSON.stringify(JSON.parse(text), null, indent))).toBeNull();
      }),
    );
    expect(jsonFaultOf('['.repeat(100_000) + ']'.repeat(100_000))).toBeNull();
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const aToken = fc.constantFrom(...Array.from('{}[],:"\\10-. '), '"a"', 'true', '1.5e-3');
    const aText = fc.oneof(
      fc.array(aToken, { maxLength: 12 }).map((tokens) => tokens.join('')),
      // JSON with one character gone.
      fc.tuple(fc.json(), fc.nat(50)).map(([text, i]) => text.slice(0, i) + text.slice(i + 1)),
    );
    fc.assert(
      fc.property(aText, (text) => {
        expect(jsonFaultOf(text) === null).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});
