import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/formats/index.ts';
import { readText } from '../../../src/formats/readText.ts';
import { sourceFileOf } from '../../../src/formats/sourceFile.ts';
import { threadlineFormat } from '../../../src/formats/threadlineFormat.ts';
import { canonicalJson } from '../../../src/model/canonicalJson.ts';
import { historyFromText } from '../../fixtures/historyFromText.ts';

const history = historyFromText('2013-07-22 speech: Google @London #images\n2014 talk');

function failureOf(text: string) {
  const read = readText(text);
  if (read.ok) throw new Error('was read');
  return read.error;
}

describe('reading a text', () => {
  it('knows the format by its content', () => {
    const text = JSON.stringify(history);
    const source = sourceFileOf(null, new TextEncoder().encode(text));
    expect(recognise(source)).toEqual([{ format: threadlineFormat, confidence: 1 }]);
    const read = readText(text);
    expect(read.ok && read.value.dataset).toMatchObject(history);
    expect(read.ok && read.value.warnings).toEqual([]);
  });

  it('gets back what it wrote', () => {
    const read = readText(JSON.stringify(history));
    if (!read.ok) throw new Error(read.error.message);
    expect(readText(canonicalJson(read.value.dataset))).toEqual(read);
  });

  it('lists what is wrong with a history', () => {
    const failure = failureOf('{"version": 1, "events": 7}');
    expect(failure.kind).toBe('invalid');
    expect(failure.message).toContain('Threadline JSON');
    expect(failure.problemsTotal).toBeGreaterThan(0);
    expect(failure.problems[0]?.place).toEqual(expect.any(String));
  });

  it('lists what is missing in JSON of another kind', () => {
    for (const text of ['{}', '[]', '7', 'null', '"text"', '{"nodes": []}']) {
      expect(failureOf(text).kind).toBe('invalid');
      expect(failureOf(text).problems.length).toBeGreaterThan(0);
    }
  });

  it('says where JSON goes wrong', () => {
    const failure = failureOf('{\n  "version": 1,\n  "events": [1, 2,, 3]\n}');
    expect(failure.kind).toBe('not-json');
    expect(failure.problems).toHaveLength(1);
    expect(failure.problems[0]).toMatchObject({
      place: 'line 3, column 19',
      found: ', 3]\n}',
      expected: 'a value',
      severity: 'error',
    });
  });

  it('tells a web page, such as one to sign in, from a file', () => {
    for (const text of ['<!DOCTYPE html><title>Sign in</title>', '\n <html lang="en">', '<?xml']) {
      expect(failureOf(text)).toMatchObject({ kind: 'not-json' });
      expect(failureOf(text).message).toContain('web page');
      expect(failureOf(text).message).toContain('sign in');
    }
  });

  it('tells an empty file', () => {
    expect(failureOf(' \n').message).toContain('empty');
  });

  it('withstands depth and odd keys', () => {
    expect(failureOf('['.repeat(100_000)).kind).toBe('not-json');
    const odd = '{"__proto__": {"version": 1, "events": []}, "constructor": 1}';
    expect(failureOf(odd).kind).toBe('invalid');
  });
});
