/** The loader: from files of both kinds, onto one server or two, and again after it was broken off. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { runLoader } from '../../scripts/clickhouse/command.ts';
import { load } from '../../scripts/clickhouse/load.ts';
import { serverAt, type Server } from '../../scripts/clickhouse/server.ts';
import { sourceOf } from '../../scripts/clickhouse/sources.ts';
import type { DatasetAnswer, Engine } from '../../src/engine/port.ts';
import { openHistory } from '../../src/engine/remote/openHistory.ts';
import { sql } from '../../src/engine/remote/sql.ts';
import { oddHistory } from './histories.ts';

const url = inject('servers')[0] ?? '';
const entry = serverAt(url);
const folder = mkdtempSync(join(tmpdir(), 'threadline-load-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function engineOf(database: string): Promise<Engine> {
  const opened = await openHistory(`clickhouse:${url.replace('//', '//reader@')}${database}`);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

async function run(...args: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  await runLoader(args, (line) => lines.push(line));
  return lines;
}

describe('the command', () => {
  test('loads a history from JSON onto one server, once', async () => {
    const path = join(folder, 'small.json');
    writeFileSync(path, JSON.stringify(oddHistory(300, 3)));
    const lines = await run(path, `${url}small`);
    expect(lines.at(-2)).toMatch(/^300 events are in small, 300 of them added/);
    expect(lines.at(-1)).toMatch(/\?data=clickhouse:http:\/\/127\.0\.0\.1:\d+\/small$/);
    expect((await run(path, `${url}small`)).at(-2)).toMatch(/, 0 of them added/);
    writeFileSync(path, JSON.stringify(oddHistory(200, 4)));
    await expect(run(path, `${url}small`)).rejects.toThrow(/another history.*--replace/s);
    expect((await run(path, `${url}small`, '--replace')).at(-2)).toMatch(/^200 events.*200/);
    expect((await (await engineOf('small')).dataset()).eventsTotal).toBe(200);
  });

  test('loads a history from CSV', async () => {
    const path = join(folder, 'rows.csv');
    writeFileSync(
      path,
      `\uFEFFTitle,Date,Organisations,People,Places,Themes,Weight,Part of,Id\r
"The ""first"" meeting, held",2001-05-02,Alpha;Beta,Ann Lee,Paris,Peace;War,5,,a\r
Second,2002,Beta, Ann Lee ;Bo,"Rome;Paris",,,a,\r
,2003,,,,,,,\r
"Over
two lines",1999-12/2000-02,Gamma,,,War,2,,\r
`,
    );
    const nodes = inject('servers').join(',');
    const cluster = ['--cluster', inject('cluster'), '--nodes', nodes, '--title', 'Rows'];
    const lines = await run(path, `${url}rows`, ...cluster);
    expect(lines.find((line) => line.startsWith('row 4'))).toBeDefined();
    const engine = await engineOf('rows');
    const { title, actors, places, eventsTotal }: DatasetAnswer = await engine.dataset();
    expect({ title, eventsTotal, places: places.map(({ name }) => name) }).toEqual({
      title: 'Rows',
      eventsTotal: 3,
      places: ['Paris', 'Rome'],
    });
    expect(actors.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'Alpha organisation',
      'Beta organisation',
      'Gamma organisation',
      'Ann Lee person',
      'Bo person',
    ]);
    const query = { clauses: [], during: null, words: '', includesParts: true };
    const { rows } = await engine.events({
      query,
      sort: { by: 'date', isDescending: false },
      offset: 0,
      limit: 10,
    });
    expect(rows.map((row) => `${row.title} · ${row.date.text} · ${row.weight}`)).toEqual([
      'Over\ntwo lines · 1999-12/2000-02 · 2',
      'The "first" meeting, held · 2001-05-02 · 5',
      'Second · 2002 · 3',
    ]);
    const details = await engine.details({ kind: 'event', id: 'a' });
    expect(details?.kind === 'event' && details.parts.map((part) => part.title)).toEqual([
      'Second',
    ]);
  });

  test('tells what is wrong with what was typed', async () => {
    await expect(run()).rejects.toThrow(/^node scripts/);
    const path = join(folder, 'wrong.csv');
    writeFileSync(path, 'name,when\na,b\n');
    await expect(run(path, `${url}wrong`)).rejects.toThrow(/no column title and no column date/);
    await expect(run(path, 'http://127.0.0.1:1/db')).rejects.toThrow(/No server answers/);
    await expect(run(path, `${url}drop-me`)).rejects.toThrow(/cannot be a name/);
    writeFileSync(join(folder, 'wrong.json'), '{"version":1}');
    await expect(run(join(folder, 'wrong.json'), `${url}wrong`)).rejects.toThrow(/is no history/);
  });
});

describe('a load that is broken off', () => {
  test('by killing the command is finished by the same command', async () => {
    const rows = 60_000;
    const path = join(folder, 'killed.csv');
    const lines = Array.from(
      { length: rows },
      (_, i) => `Row ${i},${2000 + (i % 20)},Group ${i % 7}`,
    );
    writeFileSync(path, `title,date,organisations\n${lines.join('\n')}\n`);
    const nodes = inject('servers').join(',');
    const args = [path, `${url}killed`, '--cluster', inject('cluster'), '--nodes', nodes];
    const loader = spawn(process.execPath, ['scripts/clickhouse/load.mjs', ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => {
      loader.once('exit', (_, signal) => resolve(signal));
    });
    // The first part is on its way when it is told.
    await new Promise((resolve) => {
      loader.stdout.once('data', resolve);
    });
    loader.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(await openHistory(`clickhouse:${url.replace('//', '//reader@')}killed`)).toMatchObject({
      error: { message: expect.stringMatching(/not loaded to its end.*start it again/s) as string },
    });
    expect((await run(...args)).at(-2)).toMatch(/^60,000 events are in killed, \d+,\d+ of them/);
    const [row] = await entry.rows(sql`SELECT count(), uniqExact(id) FROM killed.events`);
    expect(row?.map(Number)).toEqual([rows, rows]);
    expect((await (await engineOf('killed')).dataset()).eventsTotal).toBe(rows);
  });

  test('goes on where it stopped, and nothing comes twice', async () => {
    const nodes = inject('servers').map((each) => serverAt(each));
    const cluster = { name: inject('cluster'), nodes };
    const source = sourceOf(oddHistory(900, 6), 'broken');
    const parts = { partSize: 200 };
    let inserts = 0;
    const failing: Server = {
      ...entry,
      insert: async (statement, bytes) => {
        inserts++;
        if (inserts === 3) throw new Error('The line went dead.');
        return entry.insert(statement, bytes);
      },
    };
    await expect(
      load(source, { entry: failing, database: 'broken', cluster }, parts),
    ).rejects.toThrow(/line went dead/);
    // One server of two has lost what the other has.
    await nodes[1]?.run(sql`DROP TABLE broken.events_here`);
    const { events, added } = await load(source, { entry, database: 'broken', cluster }, parts);
    expect(events).toBe(900);
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(900);
    const [row] = await entry.rows(sql`SELECT count(), uniqExact(id) FROM broken.events`);
    expect(row?.map(Number)).toEqual([900, 900]);
  });
});
