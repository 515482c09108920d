/** The last part of an address, as a file's name; null where there is none. */
export function fileNameIn(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || null;
  } catch {
    // A percent sign that is one.
    return last;
  }
}
