import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import './Dialog.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly className?: string;
  /** Stays in sight below the scrolling content. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A modal dialog, open as long as it is rendered; the focus goes to what is marked data-first-focus,
 * and afterwards back to where it came from.
 */
export function Dialog({ title, onClose, className = '', footer, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    element.showModal();
    element.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    // Closed before it leaves the page: only then does the browser give the focus back.
    return () => element.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      closedby="any"
      onClose={(event) => {
        // The event comes late: the dialog may have been shown again since (React's strict mode does so).
        if (!event.currentTarget.open) onClose();
      }}
    >
      <header className="dialog-header">
        <h2 id={titleId}>{title}</h2>
        <button
          type="button"
          className="button is-icon is-quiet"
          aria-label="Close"
          onClick={onClose}
        >
          <X aria-hidden />
        </button>
      </header>
      <div className="dialog-body">{children}</div>
      {footer === undefined ? null : <footer className="dialog-footer">{footer}</footer>}
    </dialog>
  );
}
