/*
 * DuckDB-Wasm: a table of events and one each of their themes and organisations, filled by Arrow; a query a
 * facet, as a page on top of SQL asks them. In its worker, with one thread, as its own bundles are by default.
 */
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { tableFromArrays } from 'apache-arrow';
import { answerFrom, countsOf, LISTED, readColumns } from './facets.js';

/** For each value the number of the event that has it. @param {Int32Array} starts */
function ownersOf(starts) {
  const owners = new Int32Array(starts.at(-1) ?? 0);
  for (let i = 0; i + 1 < starts.length; i++) owners.fill(i, starts[i], starts[i + 1]);
  return owners;
}

await answerFrom(async () => {
  const columns = await readColumns();
  const { events, vocabulary } = columns;
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await database.instantiate(new URL(wasmUrl, document.baseURI).href);
  const connection = await database.connect();
  /** @param {string} name @param {Record<string, Int32Array>} arrays */
  const fill = (name, arrays) => connection.insertArrowTable(tableFromArrays(arrays), { name });
  await fill('events', {
    id: Int32Array.from({ length: events }, (_, i) => i),
    start_minutes: columns.startMinutes,
    kind: columns.kinds,
    place: columns.places,
  });
  await fill('event_themes', { event: ownersOf(columns.themeStarts), theme: columns.themes });
  await fill('event_organisations', {
    event: ownersOf(columns.organisationStarts),
    organisation: columns.organisations,
  });
  /** @param {string} sql @param {string} name */
  const column = async (sql, name) => {
    const values = (await connection.query(sql)).getChild(name)?.toArray() ?? [];
    return Array.from(values, Number);
  };
  /** @param {number} length @param {string} table @param {string} name @param {string} where */
  const counts = async (length, table, name, where) => {
    const sql = `SELECT ${name} AS v, count(*)::INTEGER AS n FROM ${table} ${where} GROUP BY ${name}`;
    const rows = await connection.query(sql);
    const totals = Array.from(rows.getChild('n')?.toArray() ?? [], Number);
    return countsOf(
      length,
      Array.from(rows.getChild('v')?.toArray() ?? [], (value, i) => [
        Number(value),
        totals[i] ?? 0,
      ]),
    );
  };
  return async (organisation) => {
    /** @param {string} id */
    const where = (id) =>
      organisation === null
        ? ''
        : `WHERE ${id} IN (SELECT event FROM event_organisations WHERE organisation = ${organisation})`;
    const [matched = 0] = await column(
      `SELECT count(*)::INTEGER AS n FROM events ${where('id')}`,
      'n',
    );
    return {
      matched,
      themes: await counts(vocabulary.themes, 'event_themes', 'theme', where('event')),
      places: await counts(vocabulary.places, 'events', 'place', where('id')),
      kinds: await counts(vocabulary.kinds, 'events', 'kind', where('id')),
      firstMinutes: await column(
        `SELECT start_minutes AS s FROM events ${where('id')} ORDER BY start_minutes LIMIT ${LISTED}`,
        's',
      ),
    };
  };
});
