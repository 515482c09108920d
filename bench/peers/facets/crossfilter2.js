/* crossfilter2 as its documentation uses it: a record an event, a dimension and a group for each facet. */
import crossfilter from 'crossfilter2';
import { answerFrom, countsOf, LISTED, listsOf, readColumns } from './facets.js';

await answerFrom(async () => {
  const columns = await readColumns();
  const { events, vocabulary } = columns;
  const themes = listsOf(columns.themeStarts, columns.themes);
  const organisations = listsOf(columns.organisationStarts, columns.organisations);
  const records = crossfilter(
    Array.from({ length: events }, (_, i) => ({
      startMinutes: columns.startMinutes[i] ?? 0,
      kind: columns.kinds[i] ?? 0,
      place: columns.places[i] ?? -1,
      themes: themes[i] ?? [],
      organisations: organisations[i] ?? [],
    })),
  );
  const byTime = records.dimension(({ startMinutes }) => startMinutes);
  const byOrganisation = records.dimension((event) => event.organisations, true);
  const ofThemes = records.dimension((event) => event.themes, true).group();
  const ofPlaces = records.dimension(({ place }) => place).group();
  const ofKinds = records.dimension(({ kind }) => kind).group();
  const all = records.groupAll();
  /** @param {number} length @param {import('crossfilter2').Group} group */
  const counts = (length, group) =>
    countsOf(
      length,
      group.all().map(({ key, value }) => [key, value]),
    );
  return (organisation) => {
    if (organisation === null) byOrganisation.filterAll();
    else byOrganisation.filterExact(organisation);
    return {
      matched: all.value(),
      themes: counts(vocabulary.themes, ofThemes),
      places: counts(vocabulary.places, ofPlaces),
      kinds: counts(vocabulary.kinds, ofKinds),
      firstMinutes: byTime.bottom(LISTED).map(({ startMinutes }) => startMinutes),
    };
  };
});
