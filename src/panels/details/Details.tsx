/*
 * What is known of the chosen event or actor.
 * Knows: the details' answer, choices. Must not know: who answers, the views.
 */
import { ChevronDown, ChevronUp, Crosshair, Pencil, X } from 'lucide-react';
import type { Details as DetailsAnswer } from '../../engine/port.ts';
import { useApp } from '../../state/hooks.tsx';
import { ActorDetails } from './ActorDetails.tsx';
import { EventDetails } from './EventDetails.tsx';
import { Eyebrow } from './Eyebrow.tsx';
import './details.css';

interface DetailsProps {
  readonly details: DetailsAnswer;
  /** Where they lie over the view: only the title shows. */
  readonly isFolded: boolean;
  readonly onFold: (isFolded: boolean) => void;
  /** Called with the title of each new event or actor. */
  readonly onTitle: (title: HTMLElement | null) => void;
  readonly onClose: () => void;
  readonly onFocus: () => void;
}

export function Details(props: DetailsProps) {
  const { details, isFolded, onFold, onTitle, onClose, onFocus } = props;
  const language = useApp((state) => state.history?.language ?? undefined);
  const canEdit = useApp((state) => state.lendEngine()?.desk !== null);
  const setEditing = useApp((state) => state.setEditing);
  return (
    <>
      <div className="details-top">
        <Eyebrow details={details} />
        <div className="details-buttons">
          <button
            type="button"
            className="button is-icon is-quiet details-fold"
            aria-label={isFolded ? 'Unfold details' : 'Fold details'}
            onClick={() => onFold(!isFolded)}
          >
            {isFolded ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
          </button>
          {canEdit ? (
            <button
              type="button"
              className="button is-icon is-quiet"
              aria-label={`Edit this ${details.kind}`}
              title={`Edit this ${details.kind}`}
              onClick={() => setEditing(true)}
            >
              <Pencil aria-hidden />
            </button>
          ) : null}
          <button
            type="button"
            className="button is-icon is-quiet"
            aria-label="Bring to the middle"
            title="Bring to the middle (f)"
            aria-keyshortcuts="f"
            onClick={onFocus}
          >
            <Crosshair aria-hidden />
          </button>
          <button
            type="button"
            className="button is-icon is-quiet"
            aria-label="Close details"
            title="Close (Esc)"
            onClick={onClose}
          >
            <X aria-hidden />
          </button>
        </div>
      </div>
      <div className="details-body" lang={language}>
        {details.kind === 'event' ? (
          <EventDetails key={details.id} event={details} onTitle={onTitle} />
        ) : (
          <ActorDetails key={details.id} actor={details} onTitle={onTitle} />
        )}
      </div>
    </>
  );
}
