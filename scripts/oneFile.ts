/**
 * Writes one-file.html beside the built page: the whole program in one file that opens by double click,
 * without a network and without a server, with a place for a history (src/export/files/oneFile.ts fills it).
 *
 * It is made of the modules of the served page; what they import is renamed, and scripts/oneFileLoader.js
 * unpacks them under addresses of their own (blob:). The file's own policy lets
 * its own script and style run, by their hashes, and lets nothing at all come from or go to anywhere.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, parseSync, type Plugin, type Rolldown } from 'vite';
import { base85 } from './base85.ts';

const ONE_FILE = 'one-file.html';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each);
  else if (isNode(value)) {
    yield value;
    for (const each of Object.values(value)) if (typeof each === 'object') yield* nodesIn(each);
  }
}

/** The text of a literal, or of a template without anything to fill in, which minifiers like. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return null;
  const [only, ...more] = node['quasis'] as readonly { value?: { cooked?: string } }[];
  return more.length === 0 ? (only?.value?.cooked ?? null) : null;
}

function edited(code: string, edits: readonly Edit[]): string {
  let text = code;
  for (const { start, end, text: next } of edits.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + next + text.slice(end);
  }
  return text;
}

/**
 * A built module that no longer asks where it lies: its own address is a name, the files that it
 * starts as workers or reads are told, and the lists of files to fetch ahead are empty.
 */
export function unplaced(
  name: string,
  code: string,
): { readonly code: string; readonly beside: readonly string[] } {
  const edits: Edit[] = [];
  const beside: string[] = [];
  for (const node of nodesIn(parseSync(name, code).program)) {
    const { type, start, end } = node;
    if (type === 'NewExpression' && Array.isArray(node['arguments'])) {
      const [path, base] = node['arguments'] as readonly unknown[];
      const file = textOf(path);
      const isOwn = isNode(base) && code.slice(base.start, base.end) === 'import.meta.url';
      if (file !== null && isOwn) beside.push(basename(file));
    } else if (type === 'MemberExpression' && code.slice(start, end) === 'import.meta.url') {
      edits.push({ start, end, text: '"own:/assets/"' });
    } else if (type === 'VariableDeclarator' && isNode(node['id']) && isNode(node['init'])) {
      if (node['id']['name'] !== '__vite__mapDeps') continue;
      edits.push({ start: node['init'].start, end: node['init'].end, text: '()=>[]' });
    }
  }
  return { code: edited(code, edits), beside };
}

/** A module with its imports renamed, so that scripts/oneFileLoader.js finds them. */
export function linkable(name: string, code: string): string {
  const edits: Edit[] = [];
  for (const node of nodesIn(parseSync(name, code).program)) {
    const { type, start, end } = node;
    const source = isNode(node['source']) ? node['source'] : null;
    if (source === null) continue;
    const path = textOf(source);
    if (path === null) throw new Error(`${name} imports what only its running tells.`);
    const part = basename(path);
    // What scripts/oneFileLoader.js looks for.
    if (!/^[\w.-]+$/u.test(part))
      throw new Error(`${name} imports “${path}”, which has no plain name.`);
    if (type === 'ImportExpression') {
      edits.push({ start, end, text: `threadlineFile.load("${part}")` });
    } else {
      edits.push({ start: source.start, end: source.end, text: `"threadline:${part}"` });
    }
  }
  return edited(code, edits);
}

interface Chunk {
  readonly fileName: string;
  readonly code: string;
}

interface Bundled {
  readonly chunks: readonly Chunk[];
  /** Files that are no modules of it: workers, typefaces. */
  readonly beside: ReadonlySet<string>;
}

/** Built modules, cut into files anew. */
async function bundle(inputs: readonly string[], output: Rolldown.OutputOptions): Promise<Bundled> {
  const beside = new Set<string>();
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      {
        name: 'threadline:unplaced',
        enforce: 'pre',
        load(id) {
          if (!id.endsWith('.js') || id.startsWith('\0')) return null;
          const module = unplaced(basename(id), readFileSync(id, 'utf8'));
          for (const file of module.beside) beside.add(file);
          return module.code;
        },
      },
    ],
    build: {
      write: false,
      target: 'esnext',
      modulePreload: false,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: {
        input: [...inputs],
        output,
        // Only what fetches ahead asks, and nothing is fetched.
        transform: { define: { 'import.meta': '{}' } },
      },
    },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const chunks = outputs.map((each) => {
    if (each.type !== 'chunk') throw new Error(`${each.fileName} has no place in one file.`);
    return each;
  });
  return { chunks, beside };
}

interface Program {
  readonly entries: readonly string[];
  readonly workers: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** What is packed already, such as typefaces: as it is. */
  readonly others: readonly {
    readonly name: string;
    readonly letters: string;
    readonly data: string;
  }[];
}

/** Of no use in a file that connects to nowhere (src/openSource.ts says so). */
const ASKS_ELSEWHERE = /^clickhouseWorker-/u;

/** All that the page starts, gzipped module by module. */
async function packProgram(assets: string, entries: readonly string[]): Promise<Program> {
  const files: Record<string, string> = {};
  const pack = (name: string, code: string): void => {
    files[name] = base85(gzipSync(code, { level: 9 }));
  };
  // Cut anew, since files of the served page import each other in circles, which addresses that are made
  // one after the other cannot.
  const page = await bundle(
    entries.map((name) => join(assets, name)),
    { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
  );
  for (const { fileName, code } of page.chunks) pack(fileName, linkable(fileName, code));
  // The service worker lies beside the served page, not among its assets, and has nothing to do here.
  const beside = [...page.beside].filter(
    (name) => existsSync(join(assets, name)) && !ASKS_ELSEWHERE.test(name),
  );
  const workers = beside.filter((name) => name.endsWith('.js'));
  for (const name of workers) {
    // A worker has no loader: what it would import, now or later, is put into it. A plain script, too: from a
    // page that was opened by double click browsers start no module as a worker.
    const { chunks } = await bundle([join(assets, name)], { format: 'iife', codeSplitting: false });
    const [chunk, ...more] = chunks;
    if (chunk === undefined || more.length > 0) throw new Error(`${name} is not one script.`);
    pack(name, chunk.code);
  }
  const others = beside
    .filter((name) => !name.endsWith('.js'))
    .map((name) => ({
      name,
      letters: lettersOf(name),
      data: base85(readFileSync(join(assets, name))),
    }));
  return { entries, workers, files, others };
}

interface Style {
  readonly rules: string;
  /** A rule each, with the letters that its file holds. */
  readonly faces: readonly { readonly rule: string; readonly letters: string }[];
}

/** The style sheet, its typefaces apart from it: a history takes only those along whose letters it has. */
function packStyle(assets: string, name: string): Style {
  const css = readFileSync(join(assets, name), 'utf8');
  const faces: { rule: string; letters: string }[] = [];
  const rules = css.replaceAll(/@font-face\s*\{[^}]*\}/gu, (rule) => {
    const file = /url\((?:\.\/)?([\w.-]+\.woff2)\)/u.exec(rule)?.[1];
    if (file === undefined) return rule;
    const data = readFileSync(join(assets, file)).toString('base64');
    faces.push({
      rule: rule.replace(/url\([^)]*\)/u, `url(data:font/woff2;base64,${data})`),
      letters: /unicode-range:\s*([^;}]+)/u.exec(rule)?.[1] ?? '',
    });
    return '';
  });
  return { rules, faces };
}

/** Which letters the package says that one of its files holds; empty where it does not say. */
function lettersOf(file: string): string {
  const ranges = JSON.parse(
    readFileSync(
      new URL('../node_modules/@fontsource/inter/unicode.json', import.meta.url),
      'utf8',
    ),
  ) as Readonly<Record<string, string>>;
  const group = Object.keys(ranges).find((each) => new RegExp(`-${each}-\\d`, 'u').test(file));
  return group === undefined ? '' : (ranges[group] ?? '');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function found(text: string, pattern: RegExp): string {
  const match = pattern.exec(text)?.[1];
  if (match === undefined) throw new Error(`The built page has nothing like ${String(pattern)}.`);
  return match;
}

/** The file's text, from a folder that Vite has built. */
async function oneFileOf(folder: string): Promise<string> {
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const page = read('index.html');
  const assets = join(folder, 'assets');
  const style = packStyle(
    assets,
    found(page, /<link rel="stylesheet"[^>]*href="\.\/assets\/([^"]+)"/u),
  );
  const scripts = /<script type="module"[^>]*src="\.\/assets\/([^"]+)"/gu;
  const entries = [...page.matchAll(scripts)].map(([, name = '']) => name);
  if (entries.length === 0) throw new Error('The built page starts no module.');
  const { others, ...program } = await packProgram(assets, entries);
  const theme = read('theme.js');
  const loader = readFileSync(new URL('oneFileLoader.js', import.meta.url), 'utf8');
  const icon = Buffer.from(read('favicon.svg')).toString('base64');
  const policy = [
    "default-src 'none'",
    // blob: are the program's own modules, which the loader unpacks from this file.
    `script-src ${hashOf(theme)} ${hashOf(loader)} blob:`,
    `style-src ${[style.rules, ...style.faces.map(({ rule }) => rule)].map(hashOf).join(' ')}`,
    "style-src-attr 'none'",
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types threadline',
  ].join('; ');
  const metas = [...page.matchAll(/<meta\s+name="(?:viewport|color-scheme|theme-color)"[^>]*>/gu)];
  const lines = [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<title>Threadline</title>',
    '<meta name="threadline-home" content="">',
    ...metas.map(([meta]) => meta.replace(/\s*\/>$/u, '>')),
    `<link rel="icon" href="data:image/svg+xml;base64,${icon}">`,
    `<style>${style.rules}</style>`,
    ...style.faces.map(({ rule, letters }) => `<style data-letters="${letters}">${rule}</style>`),
    `<script>${theme}</script>`,
    '</head>',
    '<body>',
    '<div id="root"><noscript>This history is drawn with JavaScript, which is switched off here.</noscript></div>',
    '<script type="application/json" id="threadline-history">null</script>',
    ...others.map(
      ({ name, letters, data }) =>
        `<script type="text/plain" data-file="${name}" data-letters="${letters}">${data}</script>`,
    ),
    `<script type="application/json" id="threadline-program">${JSON.stringify(program)}</script>`,
    `<script>${loader}</script>`,
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}

/** For `vite build`: the file is among the built ones before the list of them is made. */
export function oneFile(): Plugin {
  let folder = '';
  return {
    name: 'threadline:one-file',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        writeFileSync(join(folder, ONE_FILE), await oneFileOf(folder));
      },
    },
  };
}
