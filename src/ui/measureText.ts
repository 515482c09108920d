/** Width of a text in CSS pixels, as a view's layout needs it before anything is drawn. */
export type MeasureText = (text: string) => number;

/** So many widths are remembered; a history of a million titles must not fill the memory with them. */
const CACHE_LIMIT = 4000;

/**
 * Measures by canvas in the given CSS font. Widths are remembered, so make a new one when the fonts
 * have loaded. Where there is no canvas, a width per character stands in.
 */
export function createMeasureText(font: string, fallbackCharPx: number): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return (text) => text.length * fallbackCharPx;
  context.font = font;
  const widths = new Map<string, number>();
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (widths.size >= CACHE_LIMIT) widths.clear();
    const width = context.measureText(text).width;
    widths.set(text, width);
    return width;
  };
}
