/*
 * The worker's side: settles the newest network a few ticks at a time, and paints between them.
 * Knows: the layout, the painter. Must not know: that it runs in a worker.
 */
import { paint, type PaintScene } from './drawCanvas.ts';
import type { LayoutReport, LayoutRequest } from './layoutMessages.ts';
import { settle, type Settlement } from './layoutSettle.ts';

/** Ticks go on for so long before messages are looked at. */
const SLICE_MS = 24;
/** A network that settles within this is shown settled at once. */
const PATIENCE_MS = 280;
/** After that, so often it is shown on its way; less often where painting it takes its time. */
const REPORT_MS = 120;
const PAINTING_SHARE = 1 / 4;

type Request<Kind extends LayoutRequest['kind']> = Extract<LayoutRequest, { kind: Kind }>;

interface Run {
  readonly request: Request<'settle'>;
  readonly settlement: Settlement;
  ticks: number;
  tickingMs: number;
  reportedMs: number;
}

/**
 * @param report hands a report on; what is in `transfer` need not be copied
 * @returns what takes the requests
 */
export function serveLayout(
  report: (report: LayoutReport, transfer: Transferable[]) => void,
): (request: LayoutRequest) => void {
  let run: Run | null = null;
  let scene: PaintScene | null = null;
  let waiting: Request<'paint'> | null = null;
  let canvas: OffscreenCanvas | null = null;
  let paintingMs = 0;
  let isDue = false;

  const soon = (): void => {
    if (isDue) return;
    isDue = true;
    // A new task, so that messages which have come meanwhile are heard first.
    setTimeout(() => {
      isDue = false;
      work();
    }, 0);
  };

  const work = (): void => {
    if (waiting !== null && scene !== null) {
      const request = waiting;
      waiting = null;
      paintPicture(request, scene);
    } else if (run !== null) tickOn(run);
    if (run !== null || (waiting !== null && scene !== null)) soon();
  };

  const tickOn = (present: Run): void => {
    const startedMs = performance.now();
    let nowMs = startedMs;
    let isTicking = true;
    while (isTicking && nowMs - startedMs < SLICE_MS) {
      isTicking = present.settlement.tick();
      if (isTicking) present.ticks += 1;
      nowMs = performance.now();
    }
    present.tickingMs += nowMs - startedMs;
    if (!isTicking) run = null;
    const isPatient = present.request.isStill || present.tickingMs < PATIENCE_MS;
    const pauseMs = Math.max(REPORT_MS, paintingMs / PAINTING_SHARE);
    if (isTicking && (isPatient || nowMs - present.reportedMs < pauseMs)) return;
    present.reportedMs = nowMs;
    const places = present.settlement.places();
    report(
      {
        kind: 'places',
        run: present.request.run,
        places,
        isSettled: !isTicking,
        ticks: present.ticks,
        tickingMs: present.tickingMs,
      },
      [places.buffer],
    );
  };

  const paintPicture = (request: Request<'paint'>, of: PaintScene): void => {
    const startedMs = performance.now();
    const { widthPx, heightPx, pixelRatio, camera } = request;
    const width = Math.max(1, Math.round(widthPx * pixelRatio));
    const height = Math.max(1, Math.round(heightPx * pixelRatio));
    if (canvas?.width !== width || canvas.height !== height) {
      canvas = new OffscreenCanvas(width, height);
    }
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('There is no 2D canvas in this worker.');
    paint(context, of, request);
    const bitmap = canvas.transferToImageBitmap();
    paintingMs = performance.now() - startedMs;
    report({ kind: 'picture', paint: request.paint, bitmap, camera, widthPx, heightPx }, [bitmap]);
  };

  return (request) => {
    switch (request.kind) {
      case 'settle':
        run = { request, settlement: settle(request.graph), ticks: 0, tickingMs: 0, reportedMs: 0 };
        break;
      case 'scene':
        scene = request.scene;
        break;
      case 'paint':
        waiting = request;
        break;
    }
    soon();
  };
}
