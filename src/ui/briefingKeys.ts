/*
 * The keys of a briefing in words: the presenter's window and the help show the same list.
 * Knows: words. Must not know: what listens (briefing/keys.ts).
 */

export interface BriefingKeyHelp {
  readonly keys: readonly string[];
  readonly does: string;
}

export const BRIEFING_KEYS_HELP: readonly BriefingKeyHelp[] = [
  { keys: ['PageDown', '→', 'Space', 'N'], does: 'Next' },
  { keys: ['PageUp', '←', 'Shift+Space', 'P'], does: 'Back' },
  { keys: ['Home', 'End'], does: 'First scene, last scene' },
  { keys: ['G', '7 Enter'], does: 'Go to a scene by its number' },
  { keys: ['O'], does: 'All scenes' },
  { keys: ['B', '.'], does: 'Black screen, and back' },
  { keys: ['Z'], does: 'Freeze the projector while you look elsewhere' },
  { keys: ['C'], does: 'Hide the scene until you go on' },
  { keys: ['L'], does: 'Pointer, spotlight, none' },
  { keys: ['R'], does: 'Back to the scene after looking closer' },
  { keys: ['T'], does: 'Notes under the stage' },
  { keys: ['S'], does: 'Presenter’s window' },
  { keys: ['F'], does: 'Fullscreen' },
  { keys: ['Esc'], does: 'One level back, then out' },
];
