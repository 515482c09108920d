/** Palette slots that the design has; themes and sectors beyond them begin anew. */
const SLOTS = 8;

/** The palette slot of the theme or sector at this place in its list. */
export function colourOf(place: number): number {
  return place % SLOTS;
}
