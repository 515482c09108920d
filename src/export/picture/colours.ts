/*
 * Colours as a browser computes them, written as every program reads them.
 * Knows: CSS colours in sRGB, and in Oklab, in which the style sheet mixes. Must not know: the page.
 */

export interface Colour {
  /** "#1f66ad". */
  readonly hex: string;
  /** 0 to 1. */
  readonly alpha: number;
}

const LEGACY = /^rgba?\(([^)]+)\)$/u;
const SRGB = /^color\(srgb ([^)]+)\)$/u;
const OKLAB = /^oklab\(([^)]+)\)$/u;

/** Null for what is no plain colour, such as `none` or a gradient's address. */
export function colourOf(text: string): Colour | null {
  if (text === 'transparent') return { hex: '#000000', alpha: 0 };
  const hex = /^#([\da-f]{6})$/iu.exec(text);
  if (hex !== null) return { hex: text.toLowerCase(), alpha: 1 };
  const [legacy, srgb, oklab] = [LEGACY, SRGB, OKLAB].map((form) => form.exec(text)?.[1]);
  const parts = (legacy ?? srgb ?? oklab)?.split(/[\s,/]+/u).map(partOf);
  if (parts === undefined || parts.length < 3 || parts.some(Number.isNaN)) return null;
  const [first = 0, second = 0, third = 0, alpha = 1] = parts;
  const channels =
    oklab === undefined
      ? [first, second, third].map((channel) => (srgb === undefined ? channel : channel * 255))
      : fromOklab(first, second, third);
  return { hex: `#${channels.map(pair).join('')}`, alpha };
}

/** Björn Ottosson, "A perceptual color space for image processing", 2020; channels from 0 to 255. */
function fromOklab(lightness: number, a: number, b: number): readonly number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((linear) =>
    linear <= 0.0031308 ? 255 * 12.92 * linear : 255 * (1.055 * linear ** (1 / 2.4) - 0.055),
  );
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
