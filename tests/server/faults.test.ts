/**
 * What goes wrong at a database is told in words that name the cause and the next step; and what is no
 * longer asked is stopped there too.
 */
import { createServer, type RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { load } from '../../scripts/clickhouse/load.ts';
import { serverAt } from '../../scripts/clickhouse/server.ts';
import { sourceOf } from '../../scripts/clickhouse/sources.ts';
import { readDatabaseAddress } from '../../src/engine/remote/address.ts';
import { connectTo, type Connection } from '../../src/engine/remote/connection.ts';
import { openHistory } from '../../src/engine/remote/openHistory.ts';
import { sql, type Sql } from '../../src/engine/remote/sql.ts';
import { oddHistory } from './histories.ts';

const url = inject('servers')[0] ?? '';
const entry = serverAt(url);

function addressOf(user: string, database = 'faults'): string {
  return `clickhouse:${url.replace('//', `//${user}@`)}${database}`;
}

function connectionOf(address: string, patienceSeconds = 30): Connection {
  const read = readDatabaseAddress(address);
  if (!read.ok) throw new Error(read.error);
  return connectTo(read.value, patienceSeconds);
}

async function failureOf(address: string): Promise<string> {
  const opened = await openHistory(address);
  if (opened.ok) throw new Error('It was opened.');
  return opened.error.message;
}

/** What some other server says that stands where a database is looked for. */
async function failureAt(answer: RequestListener, patienceSeconds?: number): Promise<unknown> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const connection = connectionOf(`clickhouse:http://127.0.0.1:${port}/faults`, patienceSeconds);
  try {
    return await connection.ask(sql`SELECT 1`, undefined).catch((error: unknown) => error);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
}

beforeAll(async () => {
  const target = {
    entry,
    database: 'faults',
    cluster: { name: inject('cluster'), nodes: inject('servers').map((each) => serverAt(each)) },
  };
  await load(sourceOf(oddHistory(3000, 5), 'faults'), target);
});

describe('what is told of a database that does not answer', () => {
  test('no address of one', async () => {
    expect(await failureOf('clickhouse:nonsense')).toMatch(/not the address.*clickhouse:https/s);
    expect(await failureOf('clickhouse:ftp://host/db')).toMatch(/not the address/);
    expect(await failureOf('clickhouse:https://host/')).toMatch(/which database/);
  });

  test('down', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => {
      server.close(resolve);
    });
    expect(await failureOf(`clickhouse:http://127.0.0.1:${port}/faults`)).toMatch(
      /No answer.*down.*Check the address/s,
    );
  });

  test('something else', async () => {
    const page: RequestListener = (_, response) => response.end('<html>Welcome</html>');
    expect(await failureAt(page)).toMatchObject({
      message: expect.stringMatching(/not a ClickHouse.*port/s) as string,
    });
    const missing: RequestListener = (_, response) => response.writeHead(404).end('not found');
    expect(await failureAt(missing)).toMatchObject({
      message: expect.stringMatching(/status 404/) as string,
    });
  });

  test('one that never answers', async () => {
    expect(await failureAt(() => undefined, 0.2)).toMatchObject({
      message: expect.stringMatching(/no answer within.*Try again/s) as string,
    });
  });

  test('one that breaks off in the middle', async () => {
    const torn: RequestListener = (_, response) =>
      response.end('{"data":[[1],\nCode: 241, e.displayText() = DB::Exception: Memory limit');
    expect(await failureAt(torn)).toMatchObject({
      message: expect.stringMatching(/ran out of memory/) as string,
    });
  });

  test('no such database, no history in it, one that is half loaded', async () => {
    expect(await failureOf(addressOf('reader', 'nothing'))).toMatch(/no history.*load one/s);
    await entry.run(sql`CREATE DATABASE empty`);
    expect(await failureOf(addressOf('reader', 'empty'))).toMatch(/no history.*load one/s);
    await entry.run(sql`CREATE DATABASE half`);
    await entry.run(
      sql`CREATE TABLE half.history (key String, value String) ENGINE = MergeTree() PARTITION BY tuple() ORDER BY key`,
    );
    expect(await failureOf(addressOf('reader', 'half'))).toMatch(/holds no history yet/);
    await entry.run(sql`INSERT INTO half.history VALUES ('load', 'x')`);
    expect(await failureOf(addressOf('reader', 'half'))).toMatch(/not loaded to its end.*loader/s);
    await entry.run(sql`INSERT INTO half.history VALUES ('head', '{"format":99}')`);
    expect(await failureOf(addressOf('reader', 'half'))).toMatch(/newer version/);
    await entry.run(sql`DROP DATABASE half`);
  });

  test('a wrong user or password', async () => {
    expect(await failureOf(addressOf('somebody'))).toMatch(/does not know the user “somebody”/);
    expect(await failureOf(addressOf('locked:wrong'))).toMatch(/password/);
  });
});

describe('what is told of a question that a database does not answer', () => {
  const saidTo = async (user: string, query: Sql): Promise<string> => {
    const connection = connectionOf(addressOf(user));
    const said = await connection.ask(query, undefined).catch((error: unknown) => error);
    return said instanceof Error ? said.message : 'an answer';
  };

  test('over its limits', async () => {
    expect(await saidTo('hasty', sql`SELECT sum(sipHash64(number)) FROM system.numbers`)).toMatch(
      /limit of time.*shorter time/s,
    );
    expect(await saidTo('poor', sql`SELECT uniqExact(text) FROM events`)).toMatch(
      /out of memory.*shorter time/s,
    );
    expect(await saidTo('curt', sql`SELECT uniqExact(text) FROM events`)).toMatch(
      /more than.*lets one question read/s,
    );
  });

  test('nothing else may be done there', async () => {
    const connection = connectionOf(addressOf('reader'));
    for (const statement of [
      sql`DROP TABLE faults.history`,
      sql`INSERT INTO faults.history VALUES ('head', '')`,
      sql`SET max_execution_time = 0`,
    ]) {
      await expect(connection.ask(statement, undefined)).rejects.toThrow(
        /could not answer.*code 164/s,
      );
    }
  });
});

describe('a question that is no longer asked', () => {
  const slow = sql`SELECT count() FROM (SELECT number FROM system.numbers LIMIT ${100_000_000_000}) WHERE sipHash64(number) = 1`;
  const running = async (): Promise<number> => {
    const rows = await entry.rows(
      sql`SELECT count() FROM system.processes WHERE user IN ('reader', 'confined') AND query LIKE '%system.numbers%' AND query NOT LIKE '%system.processes%'`,
    );
    return Number(rows[0]?.[0]);
  };
  const until = async (count: number): Promise<void> => {
    while ((await running()) !== count) await wait(20);
  };

  test('is stopped at the server too', async () => {
    const connection = connectionOf(addressOf('reader'));
    const stop = new AbortController();
    const asked = connection.ask(slow, stop.signal).catch((error: unknown) => error);
    await until(1);
    stop.abort();
    expect(await asked).toMatchObject({ name: 'AbortError' });
    await until(0);
  });

  test('may be stopped by someone who may read one database alone', async () => {
    const connection = connectionOf(addressOf('confined'));
    const asked = connection
      .ask(sql`SELECT count() FROM events WHERE sleepEachRow(${0.001}) = 0`, undefined)
      .catch((error: unknown) => error);
    const kill = sql`KILL QUERY WHERE user = 'confined' AND query LIKE '%sleepEachRow%' AND query NOT LIKE '%KILL%' ASYNC`;
    let stopped: readonly unknown[] | undefined;
    while (stopped === undefined) {
      [stopped] = await connection.ask(kill, undefined);
    }
    expect(stopped[0]).toBe('waiting');
    await asked;
  });

  test('and so are all of them when the history is closed', async () => {
    const connection = connectionOf(addressOf('reader'));
    const asked = [connection.ask(slow, undefined), connection.ask(slow, undefined)];
    const ended = Promise.allSettled(asked);
    await until(2);
    connection.close();
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await until(0);
    await expect(connection.ask(sql`SELECT 1`, undefined)).rejects.toThrow(/closed/);
  });
});

afterAll(async () => {
  await entry.run(sql`DROP DATABASE IF EXISTS empty`);
});
