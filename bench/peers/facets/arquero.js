/* arquero: a table with a row an event, lists as values; one expression filters, three group and count. */
import { table } from 'arquero';
import { answerFrom, countsOf, LISTED, listsOf, readColumns } from './facets.js';

await answerFrom(async () => {
  const columns = await readColumns();
  const { vocabulary } = columns;
  const events = table({
    startMinutes: columns.startMinutes,
    kind: columns.kinds,
    place: columns.places,
    theme: listsOf(columns.themeStarts, columns.themes),
    organisations: listsOf(columns.organisationStarts, columns.organisations),
  });
  /** @param {number} length @param {import('arquero').ColumnTable} rows @param {string} name */
  const counts = (length, rows, name) => {
    const groups = rows.groupby(name).count();
    const values = groups.array(name);
    const totals = groups.array('count');
    return countsOf(
      length,
      Array.from(values, (value, i) => [value, totals[i] ?? 0]),
    );
  };
  return (organisation) => {
    // It reads an expression's text, which a bundler would change: so it is given as text.
    const rows =
      organisation === null
        ? events
        : events
            .params({ organisation })
            .filter('(d, $) => op.includes(d.organisations, $.organisation, 0)');
    return {
      matched: rows.numRows(),
      themes: counts(vocabulary.themes, rows.select('theme').unroll('theme'), 'theme'),
      places: counts(vocabulary.places, rows, 'place'),
      kinds: counts(vocabulary.kinds, rows, 'kind'),
      // The table is in order of time.
      firstMinutes: Array.from(rows.slice(0, LISTED).array('startMinutes')),
    };
  };
});
