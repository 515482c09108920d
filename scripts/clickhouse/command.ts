/*
 * The loader as a command: reads what was typed, opens the file, says how far it is.
 * Knows: files, arguments. Must not know: tables, rows.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDataset } from '../../src/model/parse.ts';
import { csvSource } from './csv.ts';
import { load, type HistorySource } from './load.ts';
import { serverAt } from './server.ts';
import { sourceOf } from './sources.ts';
import type { Target } from './tables.ts';

const USAGE = `node scripts/clickhouse/load.mjs <history.json or events.csv> <http://server:8123/database>
  --title <text>      the title of a history that comes as CSV; else the file's name
  --cluster <name>    spread it over this cluster, as the server's remote_servers names it
  --nodes <urls>      the HTTP addresses of the cluster's servers, parted by commas
  --replace           throw away what the database holds of another history
Broken off, the same command goes on where it stopped.`;

/** Rejects in words. `say` writes a line, `tell` overwrites the one before. */
export async function runLoader(
  args: readonly string[],
  say: (line: string) => void,
  tell: (line: string) => void = say,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      title: { type: 'string' },
      cluster: { type: 'string' },
      nodes: { type: 'string' },
      replace: { type: 'boolean' },
    },
  });
  const [path, address] = positionals;
  if (path === undefined || address === undefined || positionals.length > 2) throw new Error(USAGE);
  const source = await sourceAt(path, values.title ?? basename(path, extname(path)));
  const target = targetAt(address, values.cluster ?? null, values.nodes ?? null);
  const startMs = performance.now();
  const { events, added } = await load(source, target, {
    replaces: values.replace === true,
    onProgress(done, total) {
      const seconds = (performance.now() - startMs) / 1000;
      const share = Math.floor((done / total) * 100);
      tell(
        `${numberWords(done)} of ${numberWords(total)} events, ${share} %, ${seconds.toFixed(0)} s`,
      );
    },
  });
  for (const { place, found, expected } of source.warnings().slice(0, 10)) {
    say(`${place}: ${found}, expected ${expected}`);
  }
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  say(
    `${numberWords(events)} events are in ${target.database}, ${numberWords(added)} of them added in ${seconds} s.`,
  );
  say(`Open it with ?data=clickhouse:${target.entry.url}/${target.database}`);
}

function targetAt(address: string, cluster: string | null, nodes: string | null): Target {
  const url = URL.canParse(address) ? new URL(address) : null;
  const database = url?.pathname.split('/').findLast((part) => part !== '');
  if (url === null || database === undefined) {
    throw new Error(`“${address}” names no server and database.\n${USAGE}`);
  }
  if ((cluster === null) !== (nodes === null)) {
    throw new Error(`--cluster and --nodes go together.\n${USAGE}`);
  }
  url.pathname = url.pathname.replace(/[^/]+\/*$/, '');
  const withUser = (node: string): string => {
    const its = new URL(node);
    if (its.username === '') Object.assign(its, { username: url.username, password: url.password });
    return its.href;
  };
  return {
    entry: serverAt(url.href),
    database,
    cluster:
      cluster === null || nodes === null
        ? null
        : { name: cluster, nodes: nodes.split(',').map((node) => serverAt(withUser(node.trim()))) },
  };
}

async function sourceAt(path: string, title: string): Promise<HistorySource> {
  const fingerprint = await fingerprintOf(path);
  if (extname(path).toLowerCase() === '.csv') return csvSource(path, title, fingerprint);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${path} cannot be read as one text (${reason}). For more than 500 MB use CSV.`,
      {
        cause: error,
      },
    );
  });
  const read = parseDataset(JSON.parse(text));
  if (!read.ok) {
    const problems = read.error.problems.map(
      ({ place, found, expected }) => `${place}: ${found}, expected ${expected}`,
    );
    throw new Error(`${path} is no history:\n${problems.slice(0, 10).join('\n')}`);
  }
  return sourceOf(read.value.dataset, fingerprint, read.value.warnings);
}

async function fingerprintOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) hash.update(piece);
  return hash.digest('hex');
}

function numberWords(value: number): string {
  return value.toLocaleString('en-GB');
}
