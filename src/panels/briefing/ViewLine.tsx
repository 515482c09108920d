import { Camera, Eye } from 'lucide-react';
import type { DatasetAnswer } from '../../engine/port.ts';
import type { PageView } from './usePageView.ts';
import { viewWords, type EventTitles } from './viewWords.ts';

interface ViewLineProps {
  /** What the view belongs to, in words that continue "Show here: …". */
  readonly name: string;
  readonly view: string;
  readonly history: DatasetAnswer;
  readonly titles: EventTitles;
  readonly page: PageView;
  readonly onTake: (view: string) => void;
}

/** A scene's or step's view in words, to be shown on the page or taken from it. */
export function ViewLine({ name, view, history, titles, page, onTake }: ViewLineProps) {
  const isShown = page.present === view;
  return (
    <div className="making-view">
      <p className="making-view-words" dir="auto">
        {viewWords(view, history, titles)}
      </p>
      <div className="making-ways">
        <button
          type="button"
          className="button is-small"
          aria-label={`Show here: ${name}`}
          aria-disabled={isShown}
          onClick={isShown ? undefined : () => page.show(view)}
        >
          <Eye aria-hidden />
          {isShown ? 'Shown here now' : 'Show here'}
        </button>
        <button
          type="button"
          className="button is-small"
          aria-label={`Take the present view: ${name}`}
          aria-disabled={isShown}
          onClick={isShown ? undefined : () => onTake(page.present)}
        >
          <Camera aria-hidden />
          Take the present view
        </button>
      </div>
    </div>
  );
}
