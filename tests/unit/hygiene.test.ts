/**
 * Holds what reviewers would otherwise have to look for: the project names no machine that it was
 * written on and no registry that it was installed from, and whoever leaves the type checker or the
 * linter aside says why.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const notOurs = /^(?:\.git|node_modules|dist|coverage|test-results)$/;
const notText = /\.(?:png|jpe?g|webp|ico|pdf|pptx|woff2?|zip)$/;

interface Line {
  readonly place: string;
  readonly text: string;
  readonly previous: string;
}

function linesUnder(folder: string): Line[] {
  return readdirSync(join(project, folder), { withFileTypes: true })
    .filter(({ name }) => !notOurs.test(name) && !notText.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return linesUnder(path);
      const texts = readFileSync(join(project, path), 'utf8').split('\n');
      return texts.map((text, index) => ({
        place: `${path}:${index + 1}`,
        text,
        previous: texts[index - 1] ?? '',
      }));
    });
}

const lines = linesUnder('.');

function found(pattern: RegExp, isExcused: (line: Line) => boolean = () => false): string[] {
  return lines
    .filter((line) => pattern.test(line.text) && !isExcused(line))
    .map(({ place, text }) => `${place}: ${text.trim()}`);
}

test('there is something to look at', () => {
  expect(lines.length).toBeGreaterThan(1000);
});

test('no path of a machine', () => {
  expect(found(/(?<![\w.)}\]-])\/(?:work|root|tmp|home|Users)\/\w/)).toEqual([]);
  expect(found(/\b[A-Z]:\\(?:Users|Windows)\\/)).toEqual([]);
});

test('no host of a registry, and none in the lock file', () => {
  expect(found(/\b(?:registry|artifactory|nexus|mirrors?|pypi|deb|proxy)\.[\w-]+\.\w/)).toEqual([]);
  expect(found(/"resolved":/, ({ place }) => !place.startsWith('package-lock.json'))).toEqual([]);
});

/** The line above is a comment, or the end of one. */
function isExplainedAbove({ previous }: Line): boolean {
  return /^\s*(?:\/\/|\*|\/\*|\{\/\*)/.test(previous);
}

test('no lint rule is put aside without its reason', () => {
  const isExplained = (line: Line) => / -- \S+ \S+/.test(line.text) || isExplainedAbove(line);
  expect(found(/(?:\/\/|\/\*) *(?:oxlint|eslint)-disable/, isExplained)).toEqual([]);
});

test('no type is forced without its reason, and no file left unchecked', () => {
  const isExplained = (line: Line) => /\/\/ \S|\*\//.test(line.text) || isExplainedAbove(line);
  expect(found(/@ts-(?:ignore|nocheck)\b/)).toEqual([]);
  expect(found(/\bas (?:unknown as|any|never)\b/, isExplained)).toEqual([]);
});
