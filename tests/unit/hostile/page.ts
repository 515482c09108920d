/** The table of hostile inputs as a page of the documentation. */
import { FORMATS } from '../../../src/formats/index.ts';
import type { HostileInput, Read } from './hostileInput.ts';

const OPENING = `# What hostile input gets

A file is from a stranger. Whatever is in it, the program neither crashes nor hangs nor runs any of it: it opens
what can be opened and says what was wrong, or says what the file is and leaves what was open as it was.

Each line is held by a test of its own (\`tests/unit/hostile\`), through the same steps as in the program: the look
at the file, the reading, the border of the model, the engine. Of each history that comes out, the tests also hold
that it can be read again without a word, that every address in it begins with http or https, and that no object of
the program has got a new field. That none of it runs in the page is held in the browser
(\`tests/browser/hostile.spec.ts\`). This page is made from the tests' own table, and a test compares the two.
`;

/** In Markdown, not yet laid out. */
export function hostileInputsPage(inputs: readonly HostileInput[]): string {
  const rows = inputs.map(({ what, name, gets }, i) => {
    const file = name === null ? 'pasted' : `\`${name}\``;
    const answer = 'refused' in gets ? `Not opened: “${gets.refused}”` : readWords(gets);
    return `| ${i + 1} | ${cell(what)} | ${file} | ${cell(answer)} |`;
  });
  return [
    OPENING,
    '| | What it is | Comes as | What it gets |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function readWords({ format, events, actors, ties, leftOut = 0, says }: Read): string {
  const name = FORMATS.find(({ id }) => id === format)?.name ?? format;
  const counts = [
    counted(events, 'event', actors === undefined),
    counted(actors ?? 0, 'actor', actors !== undefined),
    counted(ties ?? 0, 'tie', ties !== undefined),
    counted(leftOut, 'left out', leftOut > 0),
  ].filter((words) => words !== '');
  const told = says === null ? '' : `; says “${says}”`;
  return `Read as ${name}: ${counts.join(', ')}${told}`;
}

function counted(count: number, noun: string, isSaid: boolean): string {
  if (!isSaid) return '';
  return `${count.toLocaleString('en-GB')} ${noun}${noun === 'left out' || count === 1 ? '' : 's'}`;
}

/** Letters that Markdown would take for its own. */
function cell(words: string): string {
  return words.replaceAll(/[\\|<>*_[\]`]/gu, '\\$&').replaceAll('\n', ' ');
}
