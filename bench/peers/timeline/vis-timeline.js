/* vis-timeline as its own examples use it: points and ranges on one stack, without lanes. */
import { DataSet, DataView, Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import '../page.css';
import { measureToFrame } from '../frame.js';
import { onFilter, picture, readEvents } from './history.js';

const items = new DataSet(
  (await readEvents()).map(({ id, title, startMs, endMs, isDay, isChosen }) => ({
    id,
    content: title,
    isChosen,
    start: startMs,
    ...(isDay ? { type: 'point' } : { type: 'range', end: endMs }),
  })),
);
let isOnlyChosen = false;
const view = new DataView(items, { filter: (item) => !isOnlyChosen || item.isChosen });

const timeline = new Timeline(picture, view, {
  height: '100%',
  // As in Threadline: the wheel alone scrolls.
  zoomKey: 'ctrlKey',
  verticalScroll: true,
});
let isShown = false;
/** When the filter was pressed, until the picture has changed. @type {number | null} */
let pressedMs = null;
timeline.on('changed', () => {
  const root = picture.querySelector('.vis-timeline');
  // It draws out of sight until it knows what fits.
  if (!isShown && root instanceof HTMLElement && root.style.visibility === 'visible') {
    isShown = true;
    measureToFrame('load', 0);
  }
  if (pressedMs === null) return;
  measureToFrame('filter', pressedMs);
  pressedMs = null;
});
onFilter((isFiltered, atMs) => {
  pressedMs = atMs;
  isOnlyChosen = isFiltered;
  view.refresh();
});
