/*
 * The three layouts, each in one place for scripts; App.css holds the same widths for the style.
 * In em, so that larger text gets the layout with more room.
 */
/** One column; filters and details are sheets. */
export const PHONE = '(width < 44em)';
/** Details lie over the view instead of beside it. */
export const NARROW = '(width < 75em)';
