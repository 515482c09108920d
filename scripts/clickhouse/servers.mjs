/**
 * Starts ClickHouse servers of its own on the loopback addresses, for tests and for measuring: each has a
 * folder with its settings and data, and ports that nobody uses. What was installed as a service is left
 * alone. How to run one for real stands in docs/clickhouse.md.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * @typedef {object} Running
 * @property {string} url where it answers
 * @property {number} pid
 */

/**
 * @typedef {object} Cluster
 * @property {readonly Running[]} servers
 * @property {string} name of the cluster, which each of them knows
 * @property {() => Promise<void>} stop stops them, and removes their data where it is not to be kept
 */

const CLUSTER = 'threadline';

/** The program, wherever it lies; null where it is not installed. */
export function findServer() {
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return (
    folders.map((folder) => join(folder, 'clickhouse-server')).find((path) => existsSync(path)) ??
    null
  );
}

/**
 * A port that is free now, below those that systems hand out by themselves: between now and when the server
 * takes it, no connection of someone else gets it.
 * @param {string} host
 * @returns {Promise<number>}
 */
async function freePort(host) {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(host, port)) return port;
  }
}

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function isFree(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/**
 * One server for each of `hosts`, all in one cluster. What they hold is removed when they stop, unless they
 * are given a folder to keep it in: started on that again, they have it.
 * @param {{ hosts?: readonly string[], keptIn?: string | null }} [options] loopback addresses; a folder
 * @returns {Promise<Cluster>}
 */
export async function startCluster({ hosts = ['127.0.0.1', '127.0.0.2'], keptIn = null } = {}) {
  const program = findServer();
  if (program === null) throw new Error('clickhouse-server is not installed.');
  const folder = keptIn ?? mkdtempSync(join(tmpdir(), 'threadline-clickhouse-'));
  const remove = () => {
    if (keptIn === null) rmSync(folder, { recursive: true, force: true });
  };
  const places = await Promise.all(
    hosts.map(async (host) => ({ host, http: await freePort(host), tcp: await freePort(host) })),
  );
  const children = places.map((place, i) => {
    const own = join(folder, String(i));
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'config.xml'), configOf(own, place, places));
    writeFileSync(join(own, 'users.xml'), USERS);
    return spawn(program, [`--config-file=${join(own, 'config.xml')}`], { stdio: 'ignore' });
  });
  const kill = () => {
    for (const child of children) child.kill('SIGKILL');
  };
  /** Whoever started them ends before it stopped them: nothing is left behind. */
  const abandon = () => {
    kill();
    remove();
  };
  process.once('exit', abandon);
  const stop = async () => {
    const ends = children.map(
      (child) =>
        new Promise((resolve) => {
          if (child.exitCode !== null || child.signalCode !== null) resolve(undefined);
          else child.once('exit', resolve);
        }),
    );
    kill();
    process.off('exit', abandon);
    await Promise.all(ends);
    remove();
  };
  try {
    const servers = await Promise.all(
      places.map(async ({ host, http }, i) => {
        const url = `http://${host}:${String(http)}/`;
        await answering(url, () => logOf(join(folder, String(i))));
        return { url, pid: children[i]?.pid ?? 0 };
      }),
    );
    return { servers, name: CLUSTER, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits until a server answers. @param {string} url @param {() => string} log */
async function answering(url, log) {
  const untilMs = performance.now() + 30_000;
  while (performance.now() < untilMs) {
    try {
      const response = await fetch(url);
      if (response.ok) return;
    } catch (error) {
      // It does not listen yet.
      if (!(error instanceof TypeError)) throw error;
    }
    await wait(50);
  }
  throw new Error(`The server at ${url} did not start.\n${log()}`);
}

/** @param {string} folder */
function logOf(folder) {
  const path = join(folder, 'errors.log');
  return existsSync(path) ? readFileSync(path, 'utf8').slice(-2000) : '';
}

/**
 * @typedef {{ host: string, http: number, tcp: number }} Place
 * @param {string} folder
 * @param {Place} place
 * @param {readonly Place[]} places
 */
function configOf(folder, { host, http, tcp }, places) {
  const shards = places.map(
    (shard) =>
      `<shard><replica><host>${shard.host}</host><port>${String(shard.tcp)}</port></replica></shard>`,
  );
  return `<yandex>
  <logger><level>error</level><log>${folder}/all.log</log><errorlog>${folder}/errors.log</errorlog></logger>
  <listen_host>${host}</listen_host>
  <http_port>${String(http)}</http_port>
  <tcp_port>${String(tcp)}</tcp_port>
  <path>${folder}/data/</path>
  <tmp_path>${folder}/tmp/</tmp_path>
  <users_config>${folder}/users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>268435456</mark_cache_size>
  <max_connections>256</max_connections>
  <keep_alive_timeout>3</keep_alive_timeout>
  <remote_servers><${CLUSTER}>${shards.join('')}</${CLUSTER}></remote_servers>
</yandex>
`;
}

/** What every user who only asks has: as docs/clickhouse.md tells to set it up. */
const READING = `<readonly>1</readonly>
    <add_http_cors_header>1</add_http_cors_header>
    <enable_http_compression>1</enable_http_compression>`;

/** A limit to run into for each test of what is said then. */
const PROFILES = {
  reader: `${READING}<max_execution_time>30</max_execution_time><max_memory_usage>4000000000</max_memory_usage>`,
  hasty: `${READING}<max_execution_time>1</max_execution_time>`,
  poor: `${READING}<max_memory_usage>200000</max_memory_usage>`,
  curt: `${READING}<max_rows_to_read>100</max_rows_to_read>`,
  // Asks as reader does, of a server that does not let other sites' pages ask.
  private: READING.replace(/<add_http_cors_header>.*<\/add_http_cors_header>/, ''),
};

const LOOPBACK = '<networks><ip>127.0.0.0/8</ip></networks><quota>default</quota>';

const USERS = `<yandex>
  <profiles>
    <default/>
    ${Object.entries(PROFILES)
      .map(([name, settings]) => `<${name}>${settings}</${name}>`)
      .join('\n    ')}
  </profiles>
  <users>
    <default><password></password><profile>default</profile>${LOOPBACK}</default>
    <confined><password></password><profile>reader</profile>${LOOPBACK}<allow_databases><database>faults</database></allow_databases></confined>
    <locked><password>a secret</password><profile>reader</profile>${LOOPBACK}</locked>
    ${Object.keys(PROFILES)
      .map(
        (name) => `<${name}><password></password><profile>${name}</profile>${LOOPBACK}</${name}>`,
      )
      .join('\n    ')}
  </users>
  <quotas><default/></quotas>
</yandex>
`;
