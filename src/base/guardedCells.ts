/*
 * Keeps cells of text from being run as formulas by spreadsheets, and takes the guard off again.
 * Knows: text. Must not know: files, what the cells mean.
 *
 * A spreadsheet runs a cell that begins with = + - @ as a formula, and a dataset is data from a stranger:
 * such a cell gets an apostrophe in front, which spreadsheets take for "this is text" (OWASP, "CSV
 * Injection"). So does one that begins with apostrophes and then one of those, so that taking one
 * apostrophe away from whatever begins like that gives every text back as it was.
 */
const RISKY = /^'*[=+\-@\t\r]/u;
const GUARDED = /^'+[=+\-@\t\r]/u;

/** The cell as text to any spreadsheet; most cells are what they were. */
export function guarded(cell: string): string {
  return RISKY.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `guarded`. */
export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
