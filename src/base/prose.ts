/*
 * Text out of a history as a tree of paragraphs, emphasis, strong, links and lists.
 * Knows: that Markdown subset. Must not know: HTML, how it is drawn or written.
 */
import type { Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';

/** Beyond this a text is shown as it stands: no description is that long, and parsing has its price. */
const PARSED_LIMIT = 10_000;
/** More list marks at the start of one line than that: each costs the parser the rest of the line again. */
const NESTED_LINE = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){9}/mu;

/** Switched off in the parser, so that a heading or a tag is not lost but read as plain letters. */
const SUBSET: Options = {
  extensions: [
    {
      disable: {
        null: [
          'blockQuote',
          'characterReference',
          'codeFenced',
          'codeIndented',
          'codeText',
          'definition',
          'headingAtx',
          'htmlFlow',
          'htmlText',
          'labelStartImage',
          'setextUnderline',
          'thematicBreak',
        ],
      },
    },
  ],
};

/** Null where the text is too long or too tangled to be parsed: then it is meant as it stands. */
export function proseOf(text: string): Root | null {
  return text.length > PARSED_LIMIT || NESTED_LINE.test(text) ? null : fromMarkdown(text, SUBSET);
}
