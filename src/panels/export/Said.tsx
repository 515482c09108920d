import type { WorkState } from './useWork.ts';

interface SaidProps {
  readonly state: WorkState;
  readonly onCancel: () => void;
}

/** How far the work is, with what stops it; afterwards how it ended. */
export function Said({ state, onCancel }: SaidProps) {
  return (
    <div className="export-said">
      <p role="status" className={state.kind === 'failed' ? 'export-failed' : ''}>
        {state.kind === 'busy'
          ? `${state.progress.words} …`
          : state.kind === 'idle'
            ? null
            : state.words}
      </p>
      {state.kind === 'busy' ? (
        <>
          <progress aria-label="Progress" max={1} value={state.progress.share} />
          <button type="button" className="button" onClick={onCancel}>
            Cancel
          </button>
        </>
      ) : null}
    </div>
  );
}
