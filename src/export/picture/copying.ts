/*
 * What is shared while a part of the page is copied into a picture.
 * Knows: measures and definitions. Must not know: elements of the page.
 */
import type { Measure } from './faces.ts';

export interface Copying {
  /** The picture's corner in the window, in CSS pixels. */
  readonly left: number;
  readonly top: number;
  readonly measure: Measure;
  /** Where gradients, patterns and clips go. */
  readonly defs: SVGDefsElement;
  /** An id that nothing else in the picture has. */
  readonly newId: () => string;
}
