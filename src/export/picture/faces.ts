/*
 * The two typefaces of the program as a picture names them, with stand-ins for where they are missing.
 * Knows: names of faces, a canvas to measure with. Must not know: what is written.
 */

/** Which of the two: text, or titles. */
export type Face = 'text' | 'title';

/** The first name is the one that is embedded; programs that read no embedded faces take the next they have. */
export const FAMILIES: Readonly<Record<Face, string>> = {
  text: "'Inter Variable', Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif",
  title:
    "'Source Serif 4 Variable', 'Source Serif 4', Georgia, 'Times New Roman', 'Liberation Serif', serif",
};

/** The same forms of letters as on the page. */
export const FEATURES = "'cv11', 'ss03'";

export function faceOf(computedFamily: string): Face {
  return /^["']?Source Serif/u.test(computedFamily) ? 'title' : 'text';
}

export interface Metrics {
  /** Share of the height of a line's box that lies above its baseline. */
  readonly ascentShare: number;
  readonly width: (text: string) => number;
}

/** Measures text as it will be drawn; a canvas is kept for it. */
export type Measure = (face: Face, sizePx: number, weight: number) => Metrics;

export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('This browser gives no canvas to measure text with.');
  const made = new Map<string, Metrics>();
  return (face, sizePx, weight) => {
    const font = `${String(weight)} ${String(sizePx)}px ${FAMILIES[face]}`;
    const known = made.get(font);
    if (known !== undefined) return known;
    context.font = font;
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } =
      context.measureText('x');
    const metrics: Metrics = {
      ascentShare: ascent / (ascent + descent),
      width: (text) => {
        context.font = font;
        return context.measureText(text).width;
      },
    };
    made.set(font, metrics);
    return metrics;
  };
}
