import type { MeasureText } from '../../ui/measureText.ts';

/** Names up to this length stand whole; a stranger's longer ones end at a word, with an ellipsis. */
const LABEL_LIMIT = 60;

/** The title as it stands beside a mark; the whole of it stays in the mark's accessible name. */
export function shortTitle(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  const characters = [...line.slice(0, LABEL_LIMIT * 4)];
  if (characters.length <= LABEL_LIMIT) return line;
  const cut = characters.slice(0, LABEL_LIMIT - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > LABEL_LIMIT / 2 ? cut.slice(0, space) : cut}…`;
}

/** The label on one line, or on two of about equal length where it is wider than `widthPx`. */
export function labelLines(label: string, widthPx: number, measure: MeasureText): readonly string[] {
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
