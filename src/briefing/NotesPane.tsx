import { useState } from 'react';
import { Minus, Plus } from 'lucide-react';
import type { Scene } from '../model/types.ts';
import { Prose } from '../ui/Prose.tsx';

/** In rem; what one reads from a lectern, and what from across it. */
const SIZES = [1, 1.2, 1.45, 1.75, 2.1, 2.6] as const;

/** A scene's notes, as large as the speaker wants them. */
export function NotesPane({ scene }: { readonly scene: Scene }) {
  const [at, setAt] = useState(2);
  const size = SIZES[at] ?? 1.45;
  return (
    <section className="notes" aria-label="Notes">
      <div className="notes-bar">
        <h2>Notes</h2>
        <button
          type="button"
          className="button is-icon is-quiet"
          aria-label="Smaller notes"
          aria-disabled={at === 0}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setAt(Math.max(0, at - 1))}
        >
          <Minus aria-hidden />
        </button>
        <button
          type="button"
          className="button is-icon is-quiet"
          aria-label="Larger notes"
          aria-disabled={at === SIZES.length - 1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setAt(Math.min(SIZES.length - 1, at + 1))}
        >
          <Plus aria-hidden />
        </button>
      </div>
      {/* Long notes scroll, by keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="notes-text" style={{ fontSize: `${String(size)}rem` }} tabIndex={0}>
        {scene.notes === undefined ? (
          <p className="notes-none">No notes for this scene.</p>
        ) : (
          <Prose text={scene.notes} />
        )}
      </div>
    </section>
  );
}
