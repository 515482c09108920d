/*
 * The forms as data: which fields a record has, what they are called, how they are written.
 * Knows: the lists of a history. Must not know: React, what a field looks like.
 */
import type { RecordList } from '../../model/edits/edits.ts';
import type { MergedList } from '../../model/edits/plans.ts';

interface Common {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
}

/** The lists whose records a field may name. */
export type NamedList = MergedList | 'events';

export type FieldSpec = Common &
  (
    | { readonly kind: 'line' | 'text' | 'number' | 'date' | 'yes' }
    /** Words of the history's own, which may be new ones. */
    | { readonly kind: 'word'; readonly known: 'sectors' }
    | {
        readonly kind: 'choice';
        readonly options: readonly (readonly [value: string, words: string])[];
        /** What holds where none is chosen; without it one must be. */
        readonly otherwise?: string;
      }
    | { readonly kind: 'reference' | 'references'; readonly list: NamedList }
    /** One a line. */
    | { readonly kind: 'lines' }
    | { readonly kind: 'rows'; readonly item: string; readonly fields: readonly FieldSpec[] }
  );

export interface FormSpec {
  readonly fields: readonly FieldSpec[];
  /** What is seldom written waits behind a heading. */
  readonly more: readonly FieldSpec[];
}

const CITATIONS: FieldSpec = {
  kind: 'rows',
  key: 'citations',
  label: 'Citations',
  item: 'citation',
  fields: [
    { kind: 'reference', key: 'source', label: 'Source', list: 'sources' },
    { kind: 'line', key: 'locator', label: 'Where in it', hint: 'Such as paragraph 4' },
    { kind: 'text', key: 'quote', label: 'Quotation' },
    { kind: 'references', key: 'cites', label: 'Refers to', list: 'sources' },
  ],
};

const FIGURES: FieldSpec = {
  kind: 'rows',
  key: 'figures',
  label: 'Figures',
  item: 'figure',
  fields: [
    {
      kind: 'choice',
      key: 'qualifier',
      label: 'How exact',
      otherwise: 'Exactly',
      options: [
        ['over', 'Over'],
        ['about', 'About'],
        ['up-to', 'Up to'],
        ['at-least', 'At least'],
      ],
    },
    { kind: 'number', key: 'value', label: 'Number' },
    { kind: 'line', key: 'unit', label: 'Of what', hint: 'Such as countries' },
    { kind: 'line', key: 'label', label: 'Label' },
    { kind: 'line', key: 'currency', label: 'Currency', hint: 'Three capitals, such as GBP' },
    { kind: 'line', key: 'over', label: 'Over how long', hint: 'Such as P5Y for five years' },
    { kind: 'date', key: 'asOf', label: 'As of' },
  ],
};

const EVENT: FormSpec = {
  fields: [
    { kind: 'line', key: 'title', label: 'Title' },
    { kind: 'date', key: 'date', label: 'Date' },
    {
      kind: 'choice',
      key: 'status',
      label: 'Status',
      otherwise: 'Happened',
      options: [
        ['planned', 'Planned'],
        ['unconfirmed', 'Not confirmed'],
        ['cancelled', 'Cancelled'],
        ['postponed', 'Postponed'],
      ],
    },
    { kind: 'line', key: 'kind', label: 'Kind', hint: 'Such as speech, summit, meeting' },
    { kind: 'text', key: 'summary', label: 'Summary' },
    {
      kind: 'rows',
      key: 'actors',
      label: 'Actors',
      item: 'actor',
      fields: [
        { kind: 'reference', key: 'actor', label: 'Actor', list: 'actors' },
        { kind: 'line', key: 'role', label: 'Role', hint: 'Such as speaker, host' },
        {
          kind: 'choice',
          key: 'part',
          label: 'Part',
          otherwise: 'Took part',
          options: [
            ['mentioned', 'Mentioned'],
            ['expected', 'Expected'],
          ],
        },
        { kind: 'line', key: 'title', label: 'Title held then' },
        { kind: 'yes', key: 'inferred', label: 'Named by an editor, not by the account' },
      ],
    },
    { kind: 'references', key: 'places', label: 'Places', list: 'places' },
    {
      kind: 'references',
      key: 'themes',
      label: 'Themes',
      list: 'themes',
      hint: 'The main one first',
    },
    {
      kind: 'rows',
      key: 'links',
      label: 'Links',
      item: 'link',
      fields: [
        {
          kind: 'choice',
          key: 'kind',
          label: 'This event',
          options: [
            ['leads-to', 'led to'],
            ['announces', 'announces'],
            ['follows-up', 'follows up'],
            ['responds-to', 'responds to'],
          ],
        },
        { kind: 'reference', key: 'to', label: 'Event', list: 'events' },
        { kind: 'line', key: 'note', label: 'Note' },
      ],
    },
    CITATIONS,
  ],
  more: [
    { kind: 'reference', key: 'partOf', label: 'Part of the event', list: 'events' },
    { kind: 'number', key: 'order', label: 'Order among the parts' },
    {
      kind: 'number',
      key: 'weight',
      label: 'Weight',
      hint: '1 to 5; 3 where nothing is said. Heavy ones keep their name where room is short.',
    },
    FIGURES,
    {
      kind: 'rows',
      key: 'media',
      label: 'Pictures and media',
      item: 'picture',
      fields: [
        { kind: 'line', key: 'url', label: 'Address', hint: 'Begins with https:// or http://' },
        { kind: 'line', key: 'alt', label: 'What it shows' },
        { kind: 'line', key: 'caption', label: 'Caption' },
        { kind: 'line', key: 'credit', label: 'Credit' },
      ],
    },
  ],
};

const ACTOR: FormSpec = {
  fields: [
    { kind: 'line', key: 'name', label: 'Name' },
    {
      kind: 'choice',
      key: 'kind',
      label: 'Kind',
      options: [
        ['person', 'Person'],
        ['organisation', 'Organisation'],
        ['group', 'Group'],
        ['office', 'Office'],
      ],
    },
    { kind: 'word', key: 'sector', label: 'Sector', known: 'sectors' },
    { kind: 'lines', key: 'aliases', label: 'Other names', hint: 'One a line; found by them too' },
    { kind: 'text', key: 'description', label: 'Description' },
    {
      kind: 'rows',
      key: 'roles',
      label: 'Roles',
      item: 'role',
      fields: [
        { kind: 'line', key: 'title', label: 'Title' },
        { kind: 'reference', key: 'organisation', label: 'Organisation', list: 'actors' },
        { kind: 'date', key: 'date', label: 'When' },
        CITATIONS,
      ],
    },
    {
      kind: 'rows',
      key: 'partOf',
      label: 'Part of',
      item: 'organisation or group',
      fields: [
        { kind: 'reference', key: 'actor', label: 'Organisation or group', list: 'actors' },
        { kind: 'date', key: 'date', label: 'When' },
      ],
    },
  ],
  more: [{ kind: 'reference', key: 'place', label: 'Place that it sits in', list: 'places' }],
};

export const FORMS: Readonly<Record<Exclude<RecordList, 'scenes'>, FormSpec>> = {
  events: EVENT,
  actors: ACTOR,
  places: {
    fields: [
      { kind: 'line', key: 'name', label: 'Name' },
      { kind: 'line', key: 'kind', label: 'Kind', hint: 'Such as city, country' },
      { kind: 'reference', key: 'within', label: 'Within', list: 'places' },
      { kind: 'number', key: 'latitude', label: 'Latitude', hint: 'Degrees, from -90 to 90' },
      { kind: 'number', key: 'longitude', label: 'Longitude', hint: 'Degrees, from -180 to 180' },
      { kind: 'line', key: 'country', label: 'Country code', hint: 'Two capitals, such as GB' },
    ],
    more: [],
  },
  themes: {
    fields: [
      { kind: 'line', key: 'name', label: 'Name' },
      { kind: 'text', key: 'description', label: 'Description' },
      { kind: 'reference', key: 'broader', label: 'Part of the theme', list: 'themes' },
    ],
    more: [],
  },
  sources: {
    fields: [
      { kind: 'line', key: 'title', label: 'Title' },
      { kind: 'number', key: 'number', label: 'Number', hint: 'As printed in the account' },
      { kind: 'line', key: 'publisher', label: 'Publisher' },
      { kind: 'line', key: 'kind', label: 'Kind', hint: 'Such as report, press release' },
      { kind: 'date', key: 'date', label: 'Date' },
      { kind: 'line', key: 'url', label: 'Address', hint: 'Begins with https:// or http://' },
    ],
    more: [],
  },
  ties: {
    fields: [
      { kind: 'reference', key: 'from', label: 'From', list: 'actors' },
      { kind: 'reference', key: 'to', label: 'To', list: 'actors' },
      { kind: 'line', key: 'kind', label: 'Kind', hint: 'Such as funds, advises' },
      { kind: 'date', key: 'date', label: 'When' },
      { kind: 'number', key: 'weight', label: 'Weight' },
      CITATIONS,
    ],
    more: [],
  },
  periods: {
    fields: [
      { kind: 'line', key: 'title', label: 'Title' },
      { kind: 'date', key: 'date', label: 'Date' },
    ],
    more: [],
  },
};

export type FormList = keyof typeof FORMS;

export function fieldsOf(list: FormList): readonly FieldSpec[] {
  return [...FORMS[list].fields, ...FORMS[list].more];
}
