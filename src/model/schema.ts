/*
 * The shape of a dataset, as valibot checks it; a test holds it equal to types.ts and to the JSON Schema.
 * Knows: which fields there are and what each may hold. Must not know: rules between records (references.ts),
 * what happens to a bad record (parse.ts). Every message says what was expected, as the user reads it.
 */
import {
  array,
  boolean,
  check,
  exactOptional,
  finite,
  literal,
  maxLength,
  maxValue,
  metadata,
  minValue,
  nonEmpty,
  number,
  object,
  picklist,
  pipe,
  regex,
  string,
} from 'valibot';

/** Longer texts are cut; longer ids are refused, since a cut id is another id. */
const TEXT_LIMIT = 100_000;
/**
 * What stands on a line (titles, names, roles, units) is longer than this nowhere, and costs a browser
 * more than in proportion to lay out: names of 10,000 letters stop the page for a minute.
 */
const LINE_LIMIT = 500;
/** Where texts that are too long are cut. */
export const CUT_AT: readonly number[] = [TEXT_LIMIT, LINE_LIMIT];
const ID_LIMIT = 1_000;

/** The lists whose records others refer to. */
export type ReferredList = 'sources' | 'actors' | 'places' | 'themes' | 'events';

const text = pipe(string('a text'), maxLength(TEXT_LIMIT, 'at most 100,000 characters'));
const line = pipe(string('a text'), maxLength(LINE_LIMIT, 'at most 500 characters'));
const name = pipe(
  string('a text'),
  nonEmpty('a text that is not empty'),
  maxLength(LINE_LIMIT, 'at most 500 characters'),
);
const id = pipe(
  string('an id in quotation marks'),
  nonEmpty('an id that is not empty'),
  maxLength(ID_LIMIT, 'an id of at most 1,000 characters'),
);
/** The list that an id of this field is looked up in. */
export const REFERS_TO = 'x-refers-to';
const reference = <const List extends ReferredList>(list: List) =>
  pipe(
    string('an id in quotation marks'),
    maxLength(ID_LIMIT, 'an id of at most 1,000 characters'),
    metadata({ [REFERS_TO]: list }),
  );
/** Whether it can be read is dates.ts's to say: an unreadable date stays, with its text. */
const edtf = pipe(
  string('a date in quotation marks, such as "2013-07-22"'),
  maxLength(TEXT_LIMIT, 'at most 100,000 characters'),
  metadata({ format: 'edtf' }),
);
const url = pipe(
  string('an address in quotation marks'),
  maxLength(8_000, 'an address of at most 8,000 characters'),
  regex(/^[Hh][Tt][Tt][Pp][Ss]?:\/\/\S+$/, 'an address that begins with https:// or http://'),
  check((value) => URL.canParse(value), 'an address that a browser can open'),
);
const finiteNumber = pipe(number('a number'), finite('a finite number'));
const positive = pipe(
  number('a number'),
  finite('a finite number'),
  minValue(0, 'a number that is not negative'),
);
const yesOrNo = boolean('true or false');

const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  picklist(words, `one of ${words.join(', ')}`);
const listOf = <Item extends Parameters<typeof array>[0]>(item: Item) =>
  exactOptional(array(item, 'a list'));
const optional = exactOptional;

export const figureSchema = object(
  {
    value: finiteNumber,
    unit: line,
    label: optional(line),
    qualifier: optional(oneOf('over', 'about', 'up-to', 'at-least')),
    currency: optional(
      pipe(
        string('a currency code'),
        regex(/^[A-Z]{3}$/, 'a currency code of three capitals, as GBP'),
      ),
    ),
    over: optional(
      pipe(
        string('a duration'),
        regex(
          /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/,
          'a duration such as P5Y',
        ),
      ),
    ),
    asOf: optional(edtf),
  },
  'a figure with value and unit',
);

export const citationSchema = object(
  {
    source: reference('sources'),
    locator: optional(line),
    quote: optional(text),
    cites: listOf(reference('sources')),
  },
  'a citation with a source',
);

export const sourceSchema = object(
  {
    id,
    title: name,
    number: optional(finiteNumber),
    publisher: optional(line),
    kind: optional(line),
    date: optional(edtf),
    url: optional(url),
  },
  'a source with id and title',
);

export const actorSchema = object(
  {
    id,
    name,
    kind: oneOf('person', 'organisation', 'group', 'office'),
    sector: optional(line),
    aliases: listOf(line),
    description: optional(text),
    place: optional(reference('places')),
    partOf: listOf(
      object(
        { actor: reference('actors'), date: optional(edtf) },
        'an object with the id of an actor',
      ),
    ),
    roles: listOf(
      object(
        {
          title: name,
          organisation: optional(reference('actors')),
          date: optional(edtf),
          citations: listOf(citationSchema),
        },
        'a role with a title',
      ),
    ),
  },
  'an actor with id, name and kind',
);

export const placeSchema = object(
  {
    id,
    name,
    kind: optional(line),
    within: optional(reference('places')),
    latitude: optional(
      pipe(
        number('degrees'),
        minValue(-90, 'degrees from -90 to 90'),
        maxValue(90, 'degrees from -90 to 90'),
      ),
    ),
    longitude: optional(
      pipe(
        number('degrees'),
        minValue(-180, 'degrees from -180 to 180'),
        maxValue(180, 'degrees from -180 to 180'),
      ),
    ),
    country: optional(
      pipe(string('a country code'), regex(/^[A-Z]{2}$/, 'a country code of two capitals, as GB')),
    ),
  },
  'a place with id and name',
);

export const themeSchema = object(
  { id, name, description: optional(text), broader: optional(reference('themes')) },
  'a theme with id and name',
);

export const eventSchema = object(
  {
    id,
    title: name,
    date: edtf,
    status: optional(oneOf('happened', 'planned', 'unconfirmed', 'cancelled', 'postponed')),
    kind: optional(line),
    summary: optional(text),
    weight: optional(
      pipe(
        number('a number'),
        minValue(1, 'a number from 1 to 5'),
        maxValue(5, 'a number from 1 to 5'),
      ),
    ),
    partOf: optional(reference('events')),
    order: optional(finiteNumber),
    actors: listOf(
      object(
        {
          actor: reference('actors'),
          role: optional(line),
          title: optional(line),
          part: optional(oneOf('took-part', 'mentioned', 'expected')),
          inferred: optional(yesOrNo),
        },
        'an object with the id of an actor',
      ),
    ),
    places: listOf(reference('places')),
    themes: listOf(reference('themes')),
    links: listOf(
      object(
        {
          to: reference('events'),
          kind: oneOf('leads-to', 'announces', 'follows-up', 'responds-to'),
          note: optional(text),
        },
        'a link to an event, with its kind',
      ),
    ),
    figures: listOf(figureSchema),
    media: listOf(
      object(
        { url, alt: text, caption: optional(text), credit: optional(line) },
        'a picture with url and alt',
      ),
    ),
    citations: listOf(citationSchema),
  },
  'an event with id, title and date',
);

export const tieSchema = object(
  {
    from: reference('actors'),
    to: reference('actors'),
    kind: optional(line),
    weight: optional(positive),
    date: optional(edtf),
    citations: listOf(citationSchema),
  },
  'a tie from one actor to another',
);

export const periodSchema = object(
  { id, title: name, date: edtf },
  'a period with id, title, date',
);

export const sceneSchema = object(
  {
    id,
    title: name,
    text: optional(text),
    notes: optional(text),
    view: text,
    figures: listOf(figureSchema),
    citations: listOf(citationSchema),
    steps: listOf(object({ text: optional(text), view: optional(text) }, 'a step')),
    hidden: optional(yesOrNo),
    plannedSeconds: optional(positive),
  },
  'a scene with id, title and view',
);

/** Everything but the lists, which parse.ts reads record by record. */
export const headSchema = object(
  {
    version: literal(1, '1'),
    title: name,
    subtitle: optional(line),
    description: optional(text),
    language: optional(
      pipe(
        string('a language tag'),
        regex(/^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8}){0,8}$/, 'a language tag such as en-GB'),
      ),
    ),
    asOf: optional(edtf),
    licence: optional(text),
  },
  'an object with version, title and events',
);

/** A whole file: what types.ts says and what the JSON Schema is made from. */
export const datasetSchema = object(
  {
    ...headSchema.entries,
    sources: listOf(sourceSchema),
    actors: listOf(actorSchema),
    places: listOf(placeSchema),
    themes: listOf(themeSchema),
    events: array(eventSchema, 'a list of events'),
    ties: listOf(tieSchema),
    periods: listOf(periodSchema),
    scenes: listOf(sceneSchema),
  },
  'an object with version, title and events',
);
