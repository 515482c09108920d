/*
 * Tells a large file of our own by its beginning: the engine's worker reads it as it comes, while a first look
 * would read it whole.
 * Knows: how our own files begin. Must not know: how they are read.
 */

/** A smaller file is looked at as any other, and gets a report. */
const LARGE_BYTES = 16_000_000;
const HEAD_BYTES = 65_536;

/** The title that the file gives itself, or what it is called; null where it is another's, or small. */
export async function largeOwnTitle(
  content: Blob,
  fileName: string | null,
  largeBytes = LARGE_BYTES,
): Promise<string | null> {
  if (content.size <= largeBytes) return null;
  const head = await content.slice(0, HEAD_BYTES).text();
  // Others' files have events and titles, and no version in so many words.
  if (!/^\s*\{/u.test(head) || !/"version"\s*:\s*\d/u.test(head)) return null;
  const told = /"title"\s*:\s*("(?:[^"\\]|\\.)*")/u.exec(head)?.[1];
  return (told === undefined ? null : textOf(told)) ?? fileName ?? 'A large history';
}

/** Null where the text is no JSON after all. */
function textOf(json: string): string | null {
  try {
    const text: unknown = JSON.parse(json);
    return typeof text === 'string' && text !== '' ? text : null;
  } catch {
    return null;
  }
}
