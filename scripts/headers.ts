/**
 * Serves the built folder with the headers that public/_headers names, so that one file says them for
 * every host and the tests run under the same policy as a visitor.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

interface HeaderRule {
  /** A path as `_headers` writes it: `*` stands for anything. */
  readonly path: string;
  /** Names that earlier rules set and this one takes back (`! Name`). */
  readonly removed: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
}

/** Reads the `_headers` format: a path at the margin, its headers indented below it, `#` for comments. */
function parseHeaderRules(text: string): HeaderRule[] {
  const rules: { path: string; removed: string[]; headers: Map<string, string> }[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ path: trimmed, removed: [], headers: new Map() });
      continue;
    }
    const rule = rules.at(-1);
    const removed = /^! *(\S+)$/.exec(trimmed)?.[1];
    const [, name, value] = /^([\w-]+): *(.+)$/.exec(trimmed) ?? [];
    if (rule !== undefined && removed !== undefined) rule.removed.push(removed);
    else if (rule !== undefined && name !== undefined && value !== undefined)
      rule.headers.set(name, value);
    else throw new Error(`public/_headers: cannot read "${trimmed}"`);
  }
  return rules;
}

function matches(rulePath: string, path: string): boolean {
  const pattern = rulePath
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(path);
}

/** The headers for one path: every rule that matches adds to, or takes from, those before it. */
export function headersFor(text: string, path: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const rule of parseHeaderRules(text)) {
    if (!matches(rule.path, path)) continue;
    for (const name of rule.removed) headers.delete(name);
    for (const [name, value] of rule.headers) headers.set(name, value);
  }
  return headers;
}

/**
 * The preview server sends them. The development server does not: its hot reload needs inline styles
 * and scripts, which the policy forbids.
 */
export function servedHeaders(): Plugin {
  return {
    name: 'threadline:headers',
    configurePreviewServer(server) {
      const text = readFileSync(new URL('../public/_headers', import.meta.url), 'utf8');
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        for (const [name, value] of headersFor(text, pathname)) response.setHeader(name, value);
        next();
      });
    },
  };
}
