/**
 * Holds ARCHITECTURE.md and src against each other: the tree names what is there, and every import
 * (static, dynamic, of a type, of a worker) is one that the table allows.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readImports } from './imports.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${project}ARCHITECTURE.md`, 'utf8');
const imports = readImports(`${project}src`);

/** `views/timeline/layout.ts` belongs to `views`, `App.tsx` to `App`. */
function houseOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\..*$/, '');
}

/** `timeline` for what lies in `views/timeline`; null for what all views share. */
function viewOf(path: string): string | null {
  return /^views\/([^/]+)\//.exec(path)?.[1] ?? null;
}

type Permission = (target: string) => boolean;

/** A cell of the table as written: `as views, and formats, document — never another view`. */
function readPermissions(cell: string, table: ReadonlyMap<string, string>): Permission[] {
  return cell
    .replace(/\s—.*$/, '')
    .split(/,\s*(?:and\s+)?/)
    .flatMap((phrase): Permission[] => {
      const as = /^as (\w+)$/.exec(phrase)?.[1];
      if (as !== undefined) return readPermissions(table.get(as) ?? '', table);
      if (phrase === 'nothing') return [];
      if (phrase === 'everything') return [() => true];
      if (phrase === "engine's port") return [(target) => /^engine\/port\b/.test(target)];
      if (phrase === "any view's layout and draw") {
        return [(target) => /^views\/\w+\/(?:layout|draw)/.test(target)];
      }
      if (/^\w+$/.test(phrase)) return [(target) => houseOf(target) === phrase];
      throw new Error(`ARCHITECTURE.md's table says "${phrase}", which this test does not know`);
    });
}

const rows = [...page.matchAll(/^\| +([^|]+?) *\| +([^|]+?) *\|$/gm)].filter(
  ([, folder]) => folder !== 'folder' && !folder?.startsWith('-'),
);
const table = new Map(
  rows.flatMap(([, folders = '', cell = '']) =>
    folders.split(', ').map((folder): [string, string] => [folder, cell]),
  ),
);

describe('the import table', () => {
  test('is read, and covers all of src', () => {
    expect(table.size).toBeGreaterThan(10);
    expect(imports.length).toBeGreaterThan(5);
    expect(imports.map(({ file }) => houseOf(file)).filter((house) => !table.has(house))).toEqual(
      [],
    );
  });

  test.each([...table])('%s imports only %s', (house, cell) => {
    const permissions = readPermissions(cell, table);
    const forbidden = imports
      .filter(({ file }) => houseOf(file) === house)
      .flatMap(({ file, files }) =>
        files
          .filter((target) => houseOf(target) !== house && !permissions.some((may) => may(target)))
          .map((target) => `${file} imports ${target}`),
      );
    expect(forbidden).toEqual([]);
  });

  test('no view imports another', () => {
    const forbidden = imports.flatMap(({ file, files }) =>
      files
        .filter((target) => viewOf(file) !== null && viewOf(target) !== null)
        .filter((target) => viewOf(file) !== viewOf(target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(forbidden).toEqual([]);
  });

  test('nothing reaches out of src', () => {
    const outside = imports
      .flatMap(({ files }) => files)
      .filter((target) => target.startsWith('..'));
    expect(outside).toEqual([]);
  });

  test('the core and all layout and drawing know neither React nor the store', () => {
    const pure = /^(?:base|model|formats|engine|document)\/|^views\/\w+\/(?:layout|draw)/;
    const bound = imports
      .filter(({ file }) => pure.test(file))
      .filter(
        ({ files, packages }) =>
          packages.some((name) => /^(?:react|react-dom|zustand|@ariakit\/react)$/.test(name)) ||
          files.includes('state/store.ts'),
      )
      .map(({ file }) => file);
    expect(bound).toEqual([]);
  });
});

/** The tree's paths, and whether its words say that they are still to come. */
function readTree(): { path: string; isToCome: boolean }[] {
  const block = /## The house\s+```\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  return block
    .trimEnd()
    .split('\n')
    .map((line) => ({
      path: (line.startsWith(' ') ? 'src/' : '') + (line.trim().split(/\s/)[0] ?? ''),
      isToCome: line.includes('to come'),
    }));
}

describe("the house's tree", () => {
  const tree = readTree();

  test('names what is there', () => {
    const missing = tree.filter(({ path, isToCome }) => !isToCome && !existsSync(project + path));
    expect(tree.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  test('names all that stands in src', () => {
    const named = new Set(tree.map(({ path }) => path.replace(/\/$/, '')));
    // Style sheets stand beside what they dress, and the compiler's settings are no part of the house.
    const unnamed = readdirSync(`${project}src`)
      .filter((name) => !/\.(?:css|json|d\.ts)$/.test(name))
      .filter((name) => !named.has(`src/${name}`));
    expect(unnamed).toEqual([]);
  });
});
