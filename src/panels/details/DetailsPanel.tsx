/*
 * The room for the details: there while something is chosen; what fills it is fetched when first needed.
 * Knows: the selection, the details' answer. Must not know: what details look like.
 */
import { useRef, useState } from 'react';
import { X } from 'lucide-react';
import type { Details } from '../../engine/port.ts';
import { useApp } from '../../state/hooks.tsx';
import { Lazy } from '../../ui/Lazy.tsx';
import { EDIT_BUTTON_ID } from '../header/HeaderButtons.tsx';
import { useDetailsFocus } from './useDetailsFocus.ts';
import './panel.css';

const loadEdit = () => import('../edit/EditPanel.tsx').then((module) => module.EditPanel);
const loadDetails = () => import('./Details.tsx').then((module) => module.Details);

interface DetailsPanelProps {
  readonly onClose: () => void;
  /** Brings what is chosen to the middle of the view. */
  readonly onFocus: () => void;
}

export function DetailsPanel({ onClose, onFocus }: DetailsPanelProps) {
  const isEditing = useApp((state) => state.isEditing);
  const setEditing = useApp((state) => state.setEditing);
  const isOpen = useApp((state) => state.choices.selection !== null);
  const details = useApp((state) => state.details);
  // Folded only where they lie over the view: a network is read in its picture first.
  const isNetwork = useApp((state) => state.choices.views[0] === 'network');
  const [wish, setWish] = useState<boolean | null>(null);
  const isFolded = wish ?? isNetwork;
  const panel = useRef<HTMLElement>(null);
  const onTitle = useDetailsFocus(panel);
  // Another part of the page, so that what was read keeps its place, and the focus its own.
  if (isEditing) {
    const stop = (): void => {
      setEditing(false);
      // Where its button is out of sight, as on a phone, the view is next.
      const button = document.getElementById(EDIT_BUTTON_ID);
      (button?.offsetParent ? button : document.querySelector('main'))?.focus();
    };
    return (
      <section key="edit" className="details is-editing" aria-label="Details" tabIndex={-1}>
        <Lazy
          name="the forms"
          load={loadEdit}
          props={{ onClose: stop }}
          fallback={<Waiting onClose={stop} />}
        />
      </section>
    );
  }
  return (
    <>
      {isOpen ? (
        <section
          ref={panel}
          className="details"
          aria-label="Details"
          aria-busy={details === null}
          data-folded={isFolded || undefined}
          tabIndex={-1}
        >
          {details === null ? (
            <Waiting onClose={onClose} />
          ) : (
            <Lazy
              name="the details"
              load={loadDetails}
              props={{ details, isFolded, onFold: setWish, onTitle, onClose, onFocus }}
              fallback={<Waiting onClose={onClose} />}
            />
          )}
        </section>
      ) : null}
      <span className="visually-hidden" aria-live="polite">
        {isOpen && details !== null ? `Details: ${titleOf(details)}` : ''}
      </span>
    </>
  );
}

function titleOf(details: Details): string {
  return details.kind === 'event' ? details.title : details.name;
}

/** In the details' own places, and closable: an answer may take its time. */
function Waiting({ onClose }: { readonly onClose: () => void }) {
  return (
    <div className="details-waiting">
      <button
        type="button"
        className="button is-icon is-quiet"
        aria-label="Close details"
        onClick={onClose}
      >
        <X aria-hidden />
      </button>
      <div className="waiting-block" style={{ blockSize: '4rem' }} />
      <div className="waiting-block" style={{ blockSize: '1rem' }} />
      <div className="waiting-block" style={{ blockSize: '7rem' }} />
    </div>
  );
}
