/*
 * Guesses what stands between several names in one cell, and takes such cells apart.
 * Knows: names. Must not know: columns, tables.
 */

/** Those that stand in no name. */
const SURE = [';', '|', '\n'] as const;
/** Those that stand in names too: "Smith, John", "Minister for Trade, MP". */
const UNSURE = [',', ' / '] as const;
const MOST_WORDS = 8;

/**
 * The separators of a column, from its different values: a semicolon, bar or line break wherever it stands
 * between short pieces; a comma only where the pieces turn up in other cells too, as names do that stand
 * in lists, and not always in the same number, as parts of a name do. Empty: a cell is one name.
 */
export function guessSeparators(values: readonly string[]): readonly string[] {
  const sure = SURE.filter((separator) => {
    const lists = values.filter((value) => value.includes(separator));
    return lists.length > 0 && averageWords(lists, separator) <= MOST_WORDS;
  });
  if (sure.length > 0) return sure;
  const unsure = UNSURE.find((separator) => recurs(values, separator));
  return unsure === undefined ? [] : [unsure];
}

function averageWords(lists: readonly string[], separator: string): number {
  const pieces = lists.flatMap((value) => splitNames(value, [separator]));
  const words = pieces.reduce((sum, piece) => sum + piece.split(/\s+/u).length, 0);
  return words / Math.max(1, pieces.length);
}

function recurs(values: readonly string[], separator: string): boolean {
  const lists = values.filter((value) => value.includes(separator));
  if (lists.length < 2 || averageWords(lists, separator) > MOST_WORDS / 2) return false;
  const cellsOf = new Map<string, number>();
  for (const value of values) {
    for (const piece of splitNames(value, [separator])) {
      cellsOf.set(piece, (cellsOf.get(piece) ?? 0) + 1);
    }
  }
  const lengths = new Set(lists.map((value) => splitNames(value, [separator]).length));
  const isAlwaysAlike = lengths.size === 1 && lists.length === values.length;
  const pieces = lists.flatMap((value) => splitNames(value, [separator]));
  const again = pieces.filter((piece) => (cellsOf.get(piece) ?? 0) > 1);
  return !isAlwaysAlike && again.length >= pieces.length / 2;
}

/** The names of a cell, each once, in their order, without blanks around them. */
export function splitNames(cell: string, separators: readonly string[]): readonly string[] {
  let pieces: readonly string[] = [cell];
  for (const separator of separators) {
    if (separator === '' || !cell.includes(separator)) continue;
    pieces = pieces.flatMap((piece) => piece.split(separator));
  }
  const names = pieces.map(singleSpaced).filter((name) => name !== '');
  return names.length > 1 ? [...new Set(names)] : names;
}

/** Trimmed, with single spaces; most texts are so already. */
export function singleSpaced(text: string): string {
  const trimmed = text.trim();
  return /[^\S ]|\s\s/u.test(trimmed) ? trimmed.replace(/\s+/gu, ' ') : trimmed;
}
