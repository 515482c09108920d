/*
 * What is told to the user once, gathered into one text.
 * Knows: sentences. Must not know: what they are about.
 */

const PROBLEMS_LIMIT = 3;

/** One text for the user out of what is still to be told and what is new. */
export function joinNotices(present: string | null, problems: readonly string[]): string | null {
  const shown = problems.slice(0, PROBLEMS_LIMIT);
  if (problems.length > shown.length) shown.push(`And ${problems.length - shown.length} more.`);
  const all = [...(present === null ? [] : [present]), ...shown];
  return all.length === 0 ? null : all.join(' ');
}
