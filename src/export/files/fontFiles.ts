/*
 * Which of the program's font files hold the letters of a drawing, and what is in them.
 * Knows: the page's style sheets. Must not know: what the letters say, which file they go into.
 */

interface FontFile {
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  readonly range: string;
  readonly url: string;
}

/** "U+0100-02BA,U+2C7F": whether one of the letters is in it. */
export function holdsAny(range: string, letters: string): boolean {
  if (range.trim() === '') return true;
  const spans = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/iu, '').split('-');
    return [
      Number.parseInt(from.replaceAll('?', '0'), 16),
      Number.parseInt(to.replaceAll('?', 'F'), 16),
    ] as const;
  });
  return Array.from(letters).some((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return spans.some(([from, to]) => point >= from && point <= to);
  });
}

/** The faces that hold the letters, as rules that a file can carry: nothing is fetched from anywhere later. */
export async function embeddedFaces(
  families: ReadonlySet<string>,
  letters: string,
  signal: AbortSignal,
): Promise<string> {
  const files = fontFiles().filter(
    ({ family, range, style }) =>
      style !== 'italic' && families.has(family) && holdsAny(range, letters),
  );
  const rules = await Promise.all(
    files.map(async ({ family, weight, range, url }) => {
      const data = url.startsWith('data:') ? url : await dataAddress(url, signal);
      return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${data}) format("woff2");${range === '' ? '' : `unicode-range:${range};`}}`;
    }),
  );
  return rules.join('\n');
}

function fontFiles(): FontFile[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const address = /url\(["']?([^"')]+)["']?\)/u.exec(style.getPropertyValue('src'))?.[1];
      if (address === undefined) return [];
      return [
        {
          family: style.getPropertyValue('font-family').replaceAll(/["']/gu, ''),
          weight: style.getPropertyValue('font-weight') || '400',
          style: style.getPropertyValue('font-style') || 'normal',
          range: style.getPropertyValue('unicode-range'),
          url: new URL(address, sheet.href ?? document.baseURI).href,
        },
      ];
    }),
  );
}

async function dataAddress(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal });
  if (!response.ok)
    throw new Error(`The typeface could not be fetched (${String(response.status)}).`);
  return `data:font/woff2;base64,${base64(new Uint8Array(await response.arrayBuffer()))}`;
}

/** Piece by piece: a call takes only so many arguments. */
export function base64(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCodePoint(...bytes.subarray(at, at + PIECE));
  }
  return btoa(text);
}
