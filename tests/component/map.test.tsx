/*
 * The map by roles and names, over the local engine: what it shows, what it filters, what keys do.
 */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { historyFromText } from '../fixtures/historyFromText.ts';
import { filters, findStatus, openPage, type Page } from './page.tsx';

const HISTORY = historyFromText(`
  title Where it happened
  place United Kingdom (54 -2.5)
  place London (51.507 -0.128) < United Kingdom
  place Westminster (51.4995 -0.1248) < London
  place Abu Dhabi (24.454 54.377)
  place Honolulu (21.3 -157.9)
  place Online
  2014-01-10 Opening @London
  2014-02-10 Debate @Westminster
  2014-03-10 Joint session @London @Abu Dhabi
  2014-04-10 Call @Online
  2014-05-10 Letter
`);

/** A press that comes through: the mouse of user-event names no window, which d3-zoom asks for a drag. */
function press(circle: HTMLElement): void {
  fireEvent.click(circle, { detail: 1 });
}

async function openMap(choices: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openPage({
    history: HISTORY,
    ...choices,
    choices: { views: ['map'], ...choices.choices },
  });
  await screen.findByRole('region', { name: 'Map' });
  await screen.findByRole('button', { name: /^United Kingdom, |^London, / });
  return page;
}

function map() {
  return within(screen.getByRole('region', { name: 'Map' }));
}

test('places stand as buttons with their events, parts gathered in their whole', async () => {
  await openMap();
  const kingdom = map().getByRole('button', { name: 'United Kingdom, 3 events' });
  expect(kingdom).toHaveAccessibleDescription(
    'Gathers London 2, Westminster 1. Events shared with Abu Dhabi 1',
  );
  expect(map().getByRole('button', { name: 'Abu Dhabi, 1 event' })).toBeInTheDocument();
});

test('what has no place on the map is listed beside it', async () => {
  await openMap();
  const beside = within(map().getByRole('region', { name: 'Places that are not on the map' }));
  expect(beside.getByRole('button', { name: 'Online, 1 event' })).toBeInTheDocument();
  expect(map().getByText('1 event names no place')).toBeInTheDocument();
});

test('a press filters by the place, as its box does, and the next press no longer', async () => {
  await openMap();
  press(map().getByRole('button', { name: 'Abu Dhabi, 1 event' }));
  await findStatus('1 of 5 events');
  expect(map().getByRole('button', { name: /^Abu Dhabi, / })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect(filters().getByRole('checkbox', { name: 'Abu Dhabi' })).toBeChecked();
  press(map().getByRole('button', { name: /^Abu Dhabi, / }));
  await findStatus('5 of 5 events');
});

test('places beside the map filter too', async () => {
  const { user } = await openMap();
  await user.click(map().getByRole('button', { name: 'Online, 1 event' }));
  await findStatus('1 of 5 events');
  expect(filters().getByRole('checkbox', { name: 'Online' })).toBeChecked();
});

test('one stop for the tab key; arrows go from place to place, Home to the most events, Enter filters', async () => {
  const { user } = await openMap();
  const stops = map()
    .getAllByRole('button')
    .filter((button) => button instanceof SVGElement && button.getAttribute('tabindex') === '0');
  expect(stops).toHaveLength(1);
  map()
    .getByRole('button', { name: /^United Kingdom, / })
    .focus();
  await user.keyboard('{ArrowRight}');
  await waitFor(() => expect(map().getByRole('button', { name: /^Abu Dhabi, / })).toHaveFocus());
  await user.keyboard('{Home}');
  await waitFor(() =>
    expect(map().getByRole('button', { name: /^United Kingdom, / })).toHaveFocus(),
  );
  await user.keyboard('{End}{Enter}');
  await findStatus('1 of 5 events');
});

test('zooming by button opens a whole, as one step; Fit all shows all places again', async () => {
  const { user, store } = await openMap();
  const zoomIn = map().getByRole('button', { name: 'Zoom in' });
  for (let i = 0; i < 6; i += 1) await user.click(zoomIn);
  const steps = store.getState().past.length;
  expect(steps).toBe(6);
  await user.click(map().getByRole('button', { name: 'Fit all' }));
  expect(store.getState().choices.map.window).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(store.getState().choices.map.window).not.toBeNull();
});

test('an address opens the map where it says, with the parts that can be told apart there', async () => {
  await openMap({ choices: { map: { window: { longitude: -0.12, latitude: 51.5, zoom: 3000 } } } });
  expect(map().getByRole('button', { name: 'London, 2 events' })).toBeInTheDocument();
  expect(map().getByRole('button', { name: 'Westminster, 1 event' })).toBeInTheDocument();
});

test('the focus goes on to what stands for the place when its circle closes', async () => {
  const { user } = await openMap({
    choices: { map: { window: { longitude: -0.12, latitude: 51.5, zoom: 3000 } } },
  });
  map().getByRole('button', { name: 'Westminster, 1 event' }).focus();
  await user.keyboard('0');
  await waitFor(() =>
    expect(map().getByRole('button', { name: /^United Kingdom, / })).toHaveFocus(),
  );
});

test('hovering a place lights it and its events elsewhere; leaving ends it', async () => {
  const { user, store } = await openMap();
  await user.hover(map().getByRole('button', { name: /^Abu Dhabi, / }));
  expect(store.getState().highlight).toEqual({ kind: 'place', id: 'abu-dhabi' });
  await waitFor(() => expect(store.getState().related?.events).toHaveLength(1));
  await user.unhover(map().getByRole('button', { name: /^Abu Dhabi, / }));
  expect(store.getState().highlight).toBeNull();
});

test('coordinates of a stranger break nothing', async () => {
  const places = [
    { id: 'pole', name: 'Pole', latitude: 90, longitude: 0 },
    { id: 'line', name: 'Date line', latitude: -16, longitude: 180 },
    { id: 'other', name: 'Other side', latitude: -16, longitude: -179.9 },
  ];
  const events = places.map(({ id }, i) => ({
    id: `e${String(i)}`,
    title: id,
    date: '2014',
    places: [id],
  }));
  await openPage({
    history: { version: 1, title: 'Edges', places, events },
    choices: { views: ['map'] },
  });
  expect(await screen.findByRole('button', { name: 'Pole, 1 event' })).toBeInTheDocument();
  expect(
    screen.getByRole('button', {
      name: /^Date line and 1 more place, 2 events$|^Other side and 1 more place, 2 events$/,
    }),
  ).toBeInTheDocument();
});
