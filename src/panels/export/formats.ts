/*
 * What can be exported, in words: the list that the dialog offers.
 * Knows: names of formats. Must not know: how a file is made, React.
 */
import { WRITER_IDS } from '../../formats/write/writer.ts';

const PICTURE_KINDS = ['svg', 'png', 'pdf', 'pptx'] as const;
const HISTORY_KINDS = ['html', ...WRITER_IDS] as const;
export type Kind = (typeof PICTURE_KINDS)[number] | (typeof HISTORY_KINDS)[number];

/** In the order in which the dialog shows them. */
export const GROUPS: readonly { readonly legend: string; readonly kinds: readonly Kind[] }[] = [
  { legend: 'Pictures and pages', kinds: PICTURE_KINDS },
  { legend: 'The history itself', kinds: HISTORY_KINDS },
];

export interface FormatWords {
  readonly name: string;
  readonly hint: string;
  /** Whether it is a picture of one theme or the other. */
  readonly hasColours: boolean;
  /** Whether it is made of scenes. */
  readonly isOfBriefing: boolean;
  /** Whether it can be of those events alone that match the filters. */
  readonly canBePart: boolean;
}

const OF_HISTORY = { hasColours: false, isOfBriefing: false, canBePart: true } as const;

export const FORMAT_WORDS: Readonly<Record<Kind, FormatWords>> = {
  svg: {
    name: 'SVG picture',
    hint: 'This view as vectors with its typefaces inside, for print and for drawing programs',
    hasColours: true,
    isOfBriefing: false,
    canBePart: false,
  },
  png: {
    name: 'PNG picture',
    hint: 'This view as pixels, for documents, mail and the web',
    hasColours: true,
    isOfBriefing: false,
    canBePart: false,
  },
  pdf: {
    name: 'PDF handout',
    hint: 'The briefing, a page a scene: words, figures, the picture as vectors, sources',
    hasColours: true,
    isOfBriefing: true,
    canBePart: false,
  },
  pptx: {
    name: 'PowerPoint slides',
    hint: 'The briefing, a slide a scene: words to edit, pictures, notes, sources',
    hasColours: true,
    isOfBriefing: true,
    canBePart: false,
  },
  html: {
    name: 'One HTML file',
    hint: 'The whole program with this history and its briefing inside: opens by double click, without a network',
    ...OF_HISTORY,
    canBePart: false,
  },
  threadline: {
    name: 'Threadline JSON',
    hint: 'All of it, briefing included, to open here again, to keep and to compare',
    ...OF_HISTORY,
  },
  csv: {
    name: 'CSV table',
    hint: 'A row an event, for spreadsheets; what is changed there comes back, and so does the rest',
    ...OF_HISTORY,
  },
  timelinejs: {
    name: 'TimelineJS 3',
    hint: 'JSON for a TimelineJS page; the rest stands in it too, and comes back here',
    ...OF_HISTORY,
  },
  gexf: {
    name: 'GEXF network',
    hint: 'The network as it is shown, its ties in time, for Gephi',
    ...OF_HISTORY,
    canBePart: false,
  },
  graphml: {
    name: 'GraphML network',
    hint: 'The network as it is shown, dates as attributes, for Cytoscape, yEd, igraph',
    ...OF_HISTORY,
    canBePart: false,
  },
  icalendar: {
    name: 'iCalendar',
    hint: 'Events as days, for calendars',
    ...OF_HISTORY,
  },
  markdown: {
    name: 'Markdown chronology',
    hint: 'Events by year as text, with numbered sources',
    ...OF_HISTORY,
  },
};

/** In the place of the hint where there is no scene. */
export const NO_SCENES = 'This history has no briefing: there is no scene to make a page of';

export const PNG_SIZES = ['screen', 'double', '4k'] as const;
export const PNG_SIZE_WORDS: Readonly<Record<(typeof PNG_SIZES)[number], string>> = {
  screen: 'As on the screen',
  double: 'Twice as fine',
  '4k': '4K, 3840 pixels wide',
};

export const COLOURS = ['light', 'dark'] as const;
export const COLOUR_WORDS: Readonly<Record<(typeof COLOURS)[number], string>> = {
  light: 'Light',
  dark: 'Dark',
};
