/*
 * What can be exported, in words: the list that the dialog offers.
 * Knows: names of formats. Must not know: how a file is made, React.
 */

export const KINDS = ['svg', 'png', 'pdf', 'pptx', 'html'] as const;
export type Kind = (typeof KINDS)[number];

export interface FormatWords {
  readonly name: string;
  readonly hint: string;
  /** Whether it is a picture of one theme or the other. */
  readonly hasColours: boolean;
  /** Whether it is made of scenes. */
  readonly isOfBriefing: boolean;
}

export const FORMAT_WORDS: Readonly<Record<Kind, FormatWords>> = {
  svg: {
    name: 'SVG picture',
    hint: 'This view as vectors with its typefaces inside, for print and for drawing programs',
    hasColours: true,
    isOfBriefing: false,
  },
  png: {
    name: 'PNG picture',
    hint: 'This view as pixels, for documents, mail and the web',
    hasColours: true,
    isOfBriefing: false,
  },
  pdf: {
    name: 'PDF handout',
    hint: 'The briefing, a page a scene: words, figures, the picture as vectors, sources',
    hasColours: true,
    isOfBriefing: true,
  },
  pptx: {
    name: 'PowerPoint slides',
    hint: 'The briefing, a slide a scene: words to edit, pictures, notes, sources',
    hasColours: true,
    isOfBriefing: true,
  },
  html: {
    name: 'One HTML file',
    hint: 'The whole program with this history and its briefing inside: opens by double click, without a network',
    hasColours: false,
    isOfBriefing: false,
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
