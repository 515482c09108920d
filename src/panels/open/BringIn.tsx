/*
 * Whatever is dropped or pasted anywhere on the page is opened; while a file is dragged over it, the page says so.
 * Knows: the browser's drag and clipboard. Must not know: how a file is opened.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { FileDown } from 'lucide-react';
import { isTyping } from '../../ui/keymap.ts';
import { broughtBy, type Brought } from './brought.ts';
import './open.css';

interface BringInProps {
  readonly onBring: (brought: Brought) => void;
}

export function BringIn({ onBring }: BringInProps) {
  const [isOver, setOver] = useState(false);
  const target = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      // Without it the browser would go to the file itself.
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      // From one element to the next is no leaving.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      const brought = broughtBy(event.dataTransfer);
      if (brought !== null) onBring(brought);
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isBusyElsewhere(event.target)) return;
      const brought = broughtBy(event.clipboardData);
      if (brought === null) return;
      event.preventDefault();
      onBring(brought);
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, [onBring]);

  useLayoutEffect(() => {
    const element = target.current;
    if (!isOver || element === null) return undefined;
    // Above an open dialog too: the browser's top layer knows no z-index.
    element.showPopover();
    return () => element.hidePopover();
  }, [isOver]);

  return (
    <div ref={target} popover="manual" className="drop-target" aria-live="polite">
      {isOver ? (
        <p>
          <FileDown aria-hidden />
          Drop the file to open it
        </p>
      ) : null}
    </div>
  );
}

function hasFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') === true;
}

/** A field takes what is pasted, and so may any dialog but the one that opens. */
function isBusyElsewhere(target: EventTarget | null): boolean {
  if (isTyping(target)) return true;
  const dialog = target instanceof Element ? target.closest('dialog') : null;
  return dialog !== null && !dialog.classList.contains('open-dialog');
}
