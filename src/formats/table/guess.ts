/*
 * Guesses what the columns of a table are, so that a person mends a mapping rather than makes one.
 * Knows: profiles, the words of headers. Must not know: events, forms.
 *
 * Each field takes the best column that no earlier field has taken; what is left over is listed under the
 * description, so that nothing of a file is lost for want of a guess.
 */
import type { ActorKind } from '../../model/types.ts';
import { nameWithoutEnding } from '../words.ts';
import { headerWords } from './headerWords.ts';
import { carriedColumns, joiningColumn } from './guessRows.ts';
import { guessDates } from './guessDates.ts';
import { EMPTY_MAPPING, type ActorsMapping, type TableMapping } from './mapping.ts';
import type { ColumnProfile, Table } from './types.ts';

const HEADERS = {
  title:
    /^(?:event )?(?:title|headline|event|subject|what|name|titel|ereignis|titre|événement|título|evento|titolo|titulo)s?$/iu,
  purpose:
    /purpose|reason|subject|headline|\btitle\b|\bevent\b|meeting about|anlass|betreff|objet/iu,
  organisation:
    /organi[sz]ation|compan(?:y|ies)|institution|agency|department|ministry|\bbody\b|\bfirm\b|employer|compagnie|unternehmen|firma|behörde|société|empresa|azienda/iu,
  person:
    /minister|\bpersons?\b|people|\bspeakers?\b|author|participant|attendee|\bwho\b|\bmembers?\b|official|\bhost\b|delegate|\bowner|requester|assignee|^names?$|teilnehmer|beteiligte|person(?:en|nes|as|e)|auteur|représentant|representative|redner/iu,
  group: /\bactor ?\d*\b|\bactors\b|\bpart(?:y|ies)\b|belligerent|combatant|\bsides?\b/iu,
  heldTitle: /\brole\b|position|job title|\bpost\b|function|funktion|\btitle held\b/iu,
  place:
    /\bplaces?\b|location|\bcity\b|\btown\b|country|venue|\bwhere\b|region|^ort$|\bland\b|\blieu\b|\bville\b|\bpays\b|ciudad|lugar|luogo|città|stadt/iu,
  latitude: /^lat(?:itude)?$|breitengrad|^geographische breite$/iu,
  longitude: /^(?:lng|lon|long|longitude)$|längengrad|^geographische länge$/iu,
  theme:
    /theme|topics?\b|\btags?\b|categor|keyword|\bgroup\b|thema|schlagwort|thème|tema|rubrik|kategorie/iu,
  kind: /^(?:event )?(?:type|kind|format|art|typ)$|type of (?:event|meeting)/iu,
  status: /^status$/iu,
  weight: /^(?:weight|importance|priority|rank)$/iu,
  summary:
    /description|summary|^text$|details|^notes?$|abstract|comments?|^content$|what happened|beschreibung|zusammenfassung|descripción|descrizione|résumé/iu,
  sourceTitle: /source|reference|citation|original file|document|quelle|fuente|fonte/iu,
  locator: /original row|\bpages?\b|paragraph|\bseite\b|locator/iu,
  publisher: /publisher|verlag|éditeur/iu,
  picture: /image|photo|picture|media$|media url|\bbild\b|thumbnail/iu,
  caption: /caption/iu,
  credit: /credit/iu,
  alt: /^alt\b|alt text|alternative text/iu,
} satisfies Record<string, RegExp>;

type Field = keyof typeof HEADERS;

/** Headers that say what somebody did; others ("name", "people", "organisation") say nothing of it. */
const ROLE_WORDS =
  /^(?:minister|speaker|author|host|chair|official|delegate|attendee|participant|department|agency|ministry|employer)s?$/iu;

/** @param fileName as picked; null where the table was pasted */
export function guessMapping(
  table: Table,
  profiles: readonly ColumnProfile[],
  fileName: string | null,
): TableMapping {
  const free = new Set(profiles.filter(({ kind }) => kind !== 'empty'));
  const take = (
    field: Field,
    isOfKind: (profile: ColumnProfile) => boolean,
  ): ColumnProfile | null => {
    const found = [...free].find(
      (profile) => HEADERS[field].test(headerWords(profile.header)) && isOfKind(profile),
    );
    if (found !== undefined) free.delete(found);
    return found ?? null;
  };
  const takeAll = (field: Field, isOfKind: (profile: ColumnProfile) => boolean): ColumnProfile[] =>
    takeUntilNull(() => take(field, isOfKind));

  const { date, used } = guessDates(profiles, fileName);
  for (const profile of used) free.delete(profile);
  const joining = joiningColumn(table, profiles, used);
  if (joining !== null) free.delete(joining);

  const both = [...free].find(areCoordinates) ?? null;
  if (both !== null) free.delete(both);
  const latitude = both ?? take('latitude', () => true);
  const longitude = both ?? take('longitude', () => true);
  const picture = take('picture', isAddress);
  const media = picture && {
    url: picture.name,
    caption: take('caption', isWords)?.name ?? null,
    credit: take('credit', isWords)?.name ?? null,
    alt: take('alt', isWords)?.name ?? null,
  };
  let title = take('title', isWordsOrId);
  const status = take('status', isWords);
  const weight = take('weight', isNumber);
  const kind = take('kind', (profile) => profile.kind === 'category');
  const organisations = takeAll('organisation', isName);
  const heldTitle = take('heldTitle', isName);
  const people = takeAll('person', isName);
  const groups = takeAll('group', isName);
  const places = takeAll('place', isName);
  const summary = takeAll('summary', isWordsOrId);
  title ??= take('purpose', isWords);
  const themes = takeAll('theme', isName);
  const sources = takeSources(take, free);
  title ??= mostVaried([...free].filter(isWords));
  if (title !== null) free.delete(title);

  const actors = [
    ...people.map((profile) => actorsOf(profile, 'person', heldTitle)),
    ...organisations.map((profile) => actorsOf(profile, 'organisation', null)),
    ...groups.map((profile) => actorsOf(profile, 'group', null)),
  ];
  const leading = new Set(
    [...people, ...organisations, ...groups, ...used].map(({ name }) => name),
  );
  return {
    ...EMPTY_MAPPING,
    historyTitle: titleFrom(fileName),
    title: { ...EMPTY_MAPPING.title, columns: titleColumns(title, organisations, people) },
    date,
    actors,
    places: places.map(namesOf),
    latitude: longitude === null ? null : (latitude?.name ?? null),
    longitude: latitude === null ? null : (longitude?.name ?? null),
    themes: themes.map(namesOf),
    summary: { ...EMPTY_MAPPING.summary, columns: summary.map(({ name }) => name) },
    details: [...free].filter(tells).map(({ name }) => name),
    kind: kind?.name ?? null,
    status: status?.name ?? null,
    weight: weight?.name ?? null,
    sources,
    media: media === null ? [] : [media],
    joinBy: joining === null ? [] : [joining.name],
    carryDown: carriedColumns(table, profiles).filter((name) => leading.has(name)),
  };
}

function takeSources(
  take: (field: Field, isOfKind: (profile: ColumnProfile) => boolean) => ColumnProfile | null,
  free: Set<ColumnProfile>,
): TableMapping['sources'] {
  const url = take('sourceTitle', isAddress) ?? [...free].find(isAddress) ?? null;
  if (url !== null) free.delete(url);
  const title = take('sourceTitle', (profile) => isWords(profile) || isRepeatedId(profile));
  if (url === null && title === null) return [];
  return [
    {
      title: title?.name ?? null,
      url: url?.name ?? null,
      locator: take('locator', () => true)?.name ?? null,
      publisher: take('publisher', isWords)?.name ?? null,
      quote: null,
    },
  ];
}

function isWordsOrId(profile: ColumnProfile): boolean {
  return isWords(profile) || profile.kind === 'id';
}

/** Files and such: a number of each row's own is no source. */
function isRepeatedId({ kind, distinctTotal, filledTotal }: ColumnProfile): boolean {
  return kind === 'id' && distinctTotal < filledTotal;
}

function takeUntilNull<T>(take: () => T | null): T[] {
  const taken: T[] = [];
  for (let next = take(); next !== null; next = take()) taken.push(next);
  return taken;
}

function isNumber({ kind }: ColumnProfile): boolean {
  return kind === 'number';
}

/** "51.5, -0.12", "Point(-0.12 51.5)". */
function areCoordinates({ samples }: ColumnProfile): boolean {
  const pair = /^(?:point\s*\(\s*)?[-+]?\d{1,3}\.\d+[,;]?\s+[-+]?\d{1,3}\.\d+\)?$/iu;
  return samples.length > 0 && samples.every((value) => pair.test(value));
}

function isAddress({ kind }: ColumnProfile): boolean {
  return kind === 'address';
}

function isName({ kind }: ColumnProfile): boolean {
  return kind === 'text' || kind === 'category';
}

function isWords(profile: ColumnProfile): boolean {
  return isName(profile) || profile.kind === 'long-text';
}

/** A column that says the same in every row tells no event from another. */
function tells({ distinctTotal, filledTotal, lookedAtTotal }: ColumnProfile): boolean {
  return distinctTotal > 1 || filledTotal < lookedAtTotal || lookedAtTotal === 1;
}

function namesOf({
  name,
  separators,
}: ColumnProfile): ActorsMapping | TableMapping['places'][number] {
  return { column: name, separators };
}

function actorsOf(
  profile: ColumnProfile,
  kind: ActorKind,
  heldTitle: ColumnProfile | null,
): ActorsMapping {
  const { name, header, separators } = profile;
  return {
    column: name,
    separators,
    kind,
    role: ROLE_WORDS.test(headerWords(header)) ? headerWords(header).toLowerCase() : null,
    titleColumn: heldTitle?.name ?? null,
    part: 'took-part',
  };
}

/** A title that many events share gets whoever was there in front of it. */
function titleColumns(
  title: ColumnProfile | null,
  organisations: readonly ColumnProfile[],
  people: readonly ColumnProfile[],
): readonly string[] {
  const varied = mostVaried([...organisations, ...people]);
  if (title === null) return varied === null ? [] : [varied.name];
  const isShared = title.distinctTotal < title.filledTotal * 0.6;
  const tells = isShared && varied !== null && varied.distinctTotal > title.filledTotal * 0.1;
  return tells ? [varied.name, title.name] : [title.name];
}

function mostVaried(profiles: readonly ColumnProfile[]): ColumnProfile | null {
  return profiles.toSorted((a, b) => b.distinctTotal - a.distinctTotal)[0] ?? null;
}

/** "uk-ministers-meetings.csv" is "Uk ministers meetings". */
function titleFrom(fileName: string | null): string {
  const words = nameWithoutEnding(fileName)
    .replace(/[_\s-]+/gu, ' ')
    .trim();
  return words === '' ? EMPTY_MAPPING.historyTitle : words.charAt(0).toUpperCase() + words.slice(1);
}
