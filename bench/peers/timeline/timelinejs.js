/*
 * TimelineJS as its embed uses it: its script and its style sheet, a slide an event. It zooms by its buttons;
 * it has no filter, so that the timeline is made again with what is left.
 */
import '@knight-lab/timelinejs/dist/css/timeline.css';
import '../page.css';
import { measureToFrame } from '../frame.js';
import { onFilter, picture, readEvents } from './history.js';

/** @typedef {import('./history.js').PlainEvent} PlainEvent */

const { Timeline } = TL;
const events = await readEvents();

/** @param {number} ms */
function dateOf(ms) {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** @param {readonly PlainEvent[]} shown @param {'load' | 'filter'} name @param {number} startMs */
function show(shown, name, startMs) {
  picture.replaceChildren();
  const slides = shown.map(({ id, title, startMs, endMs, isDay }) => ({
    unique_id: id,
    start_date: dateOf(startMs),
    ...(isDay ? {} : { end_date: dateOf(endMs) }),
    text: { headline: title },
  }));
  // Its fonts come from elsewhere.
  const timeline = new Timeline(picture, { events: slides }, { font: null });
  timeline.on('ready', () => measureToFrame(name, startMs));
}

show(events, 'load', 0);
onFilter((isFiltered, atMs) => {
  show(isFiltered ? events.filter(({ isChosen }) => isChosen) : events, 'filter', atMs);
});
