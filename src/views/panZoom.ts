/*
 * d3-zoom behind one small object that every view uses: attach, set, detach.
 * Knows: an element, transforms, gestures. Must not know: what is drawn, time, the store.
 */
import { select, zoom, zoomTransform, type D3ZoomEvent, type ZoomTransform } from 'd3';
import { isEmbedded } from '../state/source.ts';

export interface PanZoomOptions {
  /** Called for each move of a gesture, never for `set`. */
  onMove(transform: ZoomTransform): void;
  /** Called once a gesture has come to rest. */
  onRest(): void;
  /** Which axes a gesture moves; sideways only for a timeline. */
  readonly axis: 'x' | 'both';
  /** Whether what begins here is the view's own gesture, such as dragging a node. */
  readonly isHandled?: (event: Event) => boolean;
  /** Whether a plain wheel zooms as well: asked at each turn, for where nothing is there to scroll. */
  readonly doesWheelZoom?: () => boolean;
}

export interface PanZoomBounds {
  /** Where the picture begins, right of a gutter. */
  readonly leftPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly minScale: number;
  readonly maxScale: number;
}

export interface PanZoom {
  setBounds(bounds: PanZoomBounds): void;
  /** Takes over a transform without calling onMove: the guard against echoing one's own moves. */
  set(transform: ZoomTransform): void;
  /** Pans by pixels of the screen, as a gesture does (wheel sideways, trackpad). */
  panBy(dxPx: number, dyPx: number): void;
  detach(): void;
}

/**
 * Whether a plain wheel has nothing to scroll, and so may zoom: the page is as high as its window, and
 * no page around it wants the wheel either.
 */
export function isWheelFree(): boolean {
  const root = document.documentElement;
  return !isEmbedded(location.search) && root.scrollHeight <= root.clientHeight + 1;
}

/** After the last wheel step so long, the gesture is over; the same as d3-zoom's own. */
const WHEEL_REST_MS = 150;

/**
 * Ctrl or Cmd with the wheel and pinching zoom at the pointer, dragging pans, wheel sideways or with
 * Shift pans; a plain wheel is left to scroll. Shift with a drag is left to the view (choosing a range).
 */
export function attachPanZoom(element: SVGSVGElement, options: PanZoomOptions): PanZoom {
  const selection = select<SVGSVGElement, unknown>(element);
  const isHandled = options.isHandled ?? (() => false);
  let isSetting = false;
  let restTimer: ReturnType<typeof setTimeout> | undefined;

  const restSoon = (): void => {
    clearTimeout(restTimer);
    restTimer = setTimeout(() => {
      restTimer = undefined;
      options.onRest();
    }, WHEEL_REST_MS);
  };

  const behaviour = zoom<SVGSVGElement, unknown>()
    .filter((event: Event) => {
      if (event instanceof WheelEvent) {
        return (
          event.ctrlKey ||
          event.metaKey ||
          (options.doesWheelZoom?.() === true && !isSideways(event))
        );
      }
      if (event instanceof MouseEvent)
        return !event.shiftKey && !event.ctrlKey && event.button === 0 && !isHandled(event);
      return !isHandled(event);
    })
    // Steps of a mouse wheel are coarse, those of a pinch fine; d3's own factor with Ctrl is ten times as fast.
    .wheelDelta((event) => {
      const unit = event.deltaMode === 1 ? 0.05 : event.deltaMode === 2 ? 1 : 0.002;
      const isFine = (event.ctrlKey || event.metaKey) && Math.abs(event.deltaY) < 20;
      return -event.deltaY * unit * (isFine ? 6 : 1);
    })
    .clickDistance(4)
    .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      if (!isSetting) options.onMove(event.transform);
    })
    .on('end', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      if (!isSetting && event.sourceEvent !== null) options.onRest();
    });

  selection.call(behaviour).on('dblclick.zoom', null);

  const panBy = (dxPx: number, dyPx: number): void => {
    const { k } = zoomTransform(element);
    behaviour.translateBy(selection, dxPx / k, options.axis === 'x' ? 0 : dyPx / k);
    restSoon();
  };

  const onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    if (!isSideways(event)) return;
    event.preventDefault();
    const delta = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    panBy(-delta * (event.deltaMode === 1 ? 20 : 1), 0);
  };
  element.addEventListener('wheel', onWheel, { passive: false });

  const unscroll = options.axis === 'x' ? leaveScrolling(element) : null;

  return {
    setBounds({ leftPx, widthPx, heightPx, minScale, maxScale }) {
      const isSideways = options.axis === 'x';
      behaviour
        .extent([
          [leftPx, 0],
          [leftPx + widthPx, heightPx],
        ])
        .translateExtent([
          [isSideways ? leftPx : -Infinity, -Infinity],
          [isSideways ? leftPx + widthPx : Infinity, Infinity],
        ])
        .scaleExtent([minScale, maxScale]);
    },
    set(transform) {
      isSetting = true;
      behaviour.transform(selection, transform);
      isSetting = false;
    },
    panBy,
    detach() {
      clearTimeout(restTimer);
      unscroll?.();
      element.removeEventListener('wheel', onWheel);
      selection.on('.zoom', null);
    },
  };
}

/** Sideways by itself, or made so by Shift. */
function isSideways(event: WheelEvent): boolean {
  return event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
}

/** A finger has set out one way or the other once it has gone so far. */
const SETTING_OUT_PX = 5;

/**
 * Leaves one finger that sets out up or down to the browser, which scrolls: d3-zoom would take it for a
 * pan and stop the browser. Wants `touch-action: pan-y` on the element. Returns what ends this.
 */
function leaveScrolling(element: SVGSVGElement): () => void {
  const abort = new AbortController();
  const listening = { capture: true, passive: true, signal: abort.signal } as const;
  let start: Touch | null = null;
  let isScrolling: boolean | null = false;
  element.addEventListener(
    'touchstart',
    ({ touches }) => {
      start = touches[0] ?? null;
      isScrolling = touches.length === 1 ? null : false;
    },
    listening,
  );
  element.addEventListener(
    'touchmove',
    (event) => {
      const now = event.touches[0];
      if (isScrolling === null && start !== null && now !== undefined) {
        const dx = Math.abs(now.clientX - start.clientX);
        const dy = Math.abs(now.clientY - start.clientY);
        if (Math.max(dx, dy) >= SETTING_OUT_PX) isScrolling = dy > dx;
      }
      if (isScrolling !== false) event.stopImmediatePropagation();
    },
    listening,
  );
  return () => abort.abort();
}
