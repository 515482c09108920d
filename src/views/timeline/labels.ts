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
