/** Reads what a source file imports, however it does so, for the tests that hold the architecture. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { parseSync } from 'vite';

export interface FileImports {
  /** The file's path under src, with forward slashes: `views/timeline/layout.ts`. */
  readonly file: string;
  /** Paths under src of the files that it imports; `..` at the start where one lies outside. */
  readonly files: readonly string[];
  /** Names of the packages that it imports: `d3`, `@ariakit/react`. */
  readonly packages: readonly string[];
}

type Node = Record<string, unknown> & { readonly type: string };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function literal(node: unknown): string {
  if (isNode(node) && node.type === 'TSLiteralType') return literal(node['literal']);
  if (isNode(node) && typeof node['value'] === 'string') return node['value'];
  throw new Error('an import of a computed name: nobody can tell what it brings');
}

/** The address that this node itself imports: static, re-exported, dynamic, of a type, of a worker. */
function importOf(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
      return node['source'] === null ? null : literal(node['source']);
    case 'TSImportType':
      return literal(node['source'] ?? node['argument']);
    case 'NewExpression': {
      // new URL('./worker.ts', import.meta.url) is how a bundler is told of a file.
      const [address, base] = node['arguments'] as unknown[];
      const isOfBundler =
        isNode(base) && isNode(base['object']) && base['object'].type === 'MetaProperty';
      const { callee } = node as { callee?: Node };
      return callee?.['name'] === 'URL' && isOfBundler ? literal(address) : null;
    }
    default:
      return null;
  }
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item);
  if (!isNode(value)) return;
  yield value;
  for (const child of Object.values(value)) yield* walk(child);
}

/** Every address that a file imports. A style sheet's imports are its `@import` lines. */
function addressesIn(file: string, code: string): string[] {
  if (file.endsWith('.css')) {
    return [...code.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]/g)].map(
      ([, name]) => name ?? '',
    );
  }
  const { program, errors } = parseSync(file, code);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  return [...walk(program)].flatMap((node) => importOf(node) ?? []);
}

/** @param folder the source folder; every script and style sheet under it is read */
export function readImports(folder: string): FileImports[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tsx?|css)$/.test(path) && !path.endsWith('.d.ts'))
    .toSorted()
    .map((path) => {
      const code = readFileSync(join(folder, path), 'utf8');
      const addresses = addressesIn(path, code).map((address) => address.replace(/\?.*$/, ''));
      return {
        file: path.split(sep).join(posix.sep),
        files: addresses
          .filter((address) => address.startsWith('.'))
          .map((address) => resolve(folder, dirname(path), address))
          .map((target) => relative(folder, target).split(sep).join(posix.sep)),
        packages: addresses
          .filter((address) => !address.startsWith('.'))
          .map((address) => /^(?:@[^/]+\/)?[^/]+/.exec(address)?.[0] ?? address),
      };
    });
}
