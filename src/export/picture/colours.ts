/*
 * Colours as a browser computes them, written as every program reads them.
 * Knows: CSS colours of the sRGB space. Must not know: the page.
 */

export interface Colour {
  /** "#1f66ad". */
  readonly hex: string;
  /** 0 to 1. */
  readonly alpha: number;
}

const LEGACY = /^rgba?\(([^)]+)\)$/u;
const SRGB = /^color\(srgb ([^)]+)\)$/u;

/** Null for what is no plain colour, such as `none` or a gradient's address. */
export function colourOf(text: string): Colour | null {
  if (text === 'transparent') return { hex: '#000000', alpha: 0 };
  const hex = /^#([\da-f]{6})$/iu.exec(text);
  if (hex !== null) return { hex: text.toLowerCase(), alpha: 1 };
  const legacy = LEGACY.exec(text)?.[1];
  const srgb = SRGB.exec(text)?.[1];
  const parts = (legacy ?? srgb)?.split(/[\s,/]+/u).map(partOf);
  if (parts === undefined || parts.length < 3 || parts.some(Number.isNaN)) return null;
  const unit = srgb === undefined ? 1 : 255;
  const [r = 0, g = 0, b = 0, alpha = 1] = parts;
  return { hex: `#${[r, g, b].map((channel) => pair(channel * unit)).join('')}`, alpha };
}

function partOf(text: string): number {
  if (text === 'none') return 0;
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

function pair(channel: number): string {
  const clamped = Math.min(255, Math.max(0, Math.round(channel)));
  return clamped.toString(16).padStart(2, '0');
}

/** What one sees of a colour of this opacity over a solid ground. */
export function over(colour: Colour, alpha: number, ground: string): string {
  const channels = (hex: string): number[] =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const share = colour.alpha * alpha;
  const below = channels(ground);
  const mixed = channels(colour.hex).map(
    (channel, i) => channel * share + (below[i] ?? 255) * (1 - share),
  );
  return `#${mixed.map(pair).join('')}`;
}
