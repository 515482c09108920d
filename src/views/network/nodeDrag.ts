/*
 * Dragging a node to a place of its own: with the mouse or a pen any node, with a finger the selected one
 * (a finger on any other pans, or a picture full of nodes could not be panned).
 * Knows: pointer events, keys of nodes. Must not know: the store, layout.
 */

export interface NodeDragOptions {
  readonly svg: SVGSVGElement;
  readonly keyAt: (event: PointerEvent) => string | null;
  readonly isSelected: (key: string) => boolean;
  readonly onDrag: (key: string, event: PointerEvent) => void;
  readonly onDrop: (key: string, event: PointerEvent) => void;
  readonly onCancel: () => void;
}

export interface NodeDrag {
  /** Whether a node is being dragged, or has been until just now: the click that ends a drag is none. */
  isDragging(): boolean;
  destroy(): void;
}

/** A hand is never quite still in a click. */
const SLOP_PX = 4;

export function attachNodeDrag(options: NodeDragOptions): NodeDrag {
  const { svg, keyAt, isSelected, onDrag, onDrop, onCancel } = options;
  const abort = new AbortController();
  const { signal } = abort;
  let held: { key: string; pointer: number; x: number; y: number; isDragged: boolean } | null =
    null;
  let wasDragged = false;

  svg.addEventListener(
    'pointerdown',
    (event) => {
      wasDragged = false;
      const key = event.isPrimary && event.button === 0 && !event.shiftKey ? keyAt(event) : null;
      if (key === null || (event.pointerType === 'touch' && !isSelected(key))) return;
      held = {
        key,
        pointer: event.pointerId,
        x: event.clientX,
        y: event.clientY,
        isDragged: false,
      };
    },
    { signal },
  );
  svg.addEventListener(
    'pointermove',
    (event) => {
      if (held?.pointer !== event.pointerId) return;
      const isFar = Math.hypot(event.clientX - held.x, event.clientY - held.y) > SLOP_PX;
      if (!held.isDragged && !isFar) return;
      if (!held.isDragged) svg.setPointerCapture(event.pointerId);
      held.isDragged = true;
      onDrag(held.key, event);
    },
    { signal },
  );
  svg.addEventListener(
    'pointerup',
    (event) => {
      if (held?.pointer !== event.pointerId) return;
      wasDragged = held.isDragged;
      if (held.isDragged) onDrop(held.key, event);
      held = null;
    },
    { signal },
  );
  svg.addEventListener(
    'pointercancel',
    () => {
      if (held?.isDragged === true) onCancel();
      held = null;
    },
    { signal },
  );

  return {
    isDragging: () => held?.isDragged === true || wasDragged,
    destroy: () => abort.abort(),
  };
}
