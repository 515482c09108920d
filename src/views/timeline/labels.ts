import type { MeasureText } from '../../ui/measureText.ts';

/** Names up to this length stand whole; a stranger's longer ones end at a word, with an ellipsis. */
const LABEL_LIMIT = 60;

/** The title as it stands beside a mark; the whole of it stays in the mark's accessible name. */
export function shortTitle(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  if (line.length <= LABEL_LIMIT) return line;
  // Where a hard cut goes through a surrogate pair, the half of it goes too.
  const cut = line.slice(0, LABEL_LIMIT - 1).replace(/[\uD800-\uDBFF]$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${space > LABEL_LIMIT / 2 ? cut.slice(0, space) : cut}…`;
}

/** The label on one line, or on two of about equal length where it is wider than `widthPx`. */
export function labelLines(
  label: string,
  widthPx: number,
  measure: MeasureText,
): readonly string[] {
  if (measure(label) <= widthPx) return [label];
  const words = label.split(' ');
  let best: readonly string[] = [label];
  let least = Infinity;
  for (let i = 1; i < words.length; i += 1) {
    const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    const width = Math.max(...lines.map(measure));
    if (width < least) {
      least = width;
      best = lines;
    }
  }
  return best;
}

/** Words over lines of at most `widthPx`; a word longer than a line stands alone on it, cut. */
export function wrap(text: string, widthPx: number, measure: MeasureText): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || measure(longer) > widthPx)
      lines.push(fitLine(word, widthPx, measure));
    else lines[lines.length - 1] = longer;
  }
  const MAX_LINES = 4;
  if (lines.length <= MAX_LINES) return lines;
  return [...lines.slice(0, MAX_LINES - 1), `${lines[MAX_LINES - 1] ?? ''}…`];
}

/** The text on one line of at most `widthPx`: whole, or as much of it as fits before an ellipsis. */
export function fitLine(text: string, widthPx: number, measure: MeasureText): string {
  if (measure(text) <= widthPx) return text;
  // Measuring costs by the letter, and names may be long: halve what is not known yet.
  let fits = 1;
  let tooLong = text.length;
  while (tooLong - fits > 1) {
    const length = Math.floor((fits + tooLong) / 2);
    if (measure(`${text.slice(0, length)}…`) <= widthPx) fits = length;
    else tooLong = length;
  }
  return `${text.slice(0, fits).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
