import { describe, expect, test } from 'vitest';
import { createLook, firstNames } from '../../../src/views/network/look.ts';
import { createPlaces } from '../../../src/views/network/places.ts';
import { pinned, toggleFilter, unpinned } from '../../../src/views/network/acts.ts';
import { DEFAULT_CHOICES, withUse, type Choices } from '../../../src/state/choices.ts';
import type { AppState } from '../../../src/state/appState.ts';
import { actor, networkFromText, scene } from './networkAnswers.ts';

const NOBODY = {};

function settledAt(places: Float32Array) {
  return { places, isSettled: true };
}

describe('places', () => {
  const pair = scene(networkFromText('Ann -1- Bob'));

  test('are nowhere before the layout has spoken, then glide to what it says', () => {
    const places = createPlaces();
    places.setScene(pair, NOBODY);
    expect([...places.shown()]).toEqual([NaN, NaN, NaN, NaN]);
    places.aim(pair, settledAt(Float32Array.of(0, 0, 100, 0)), 1000, 0);
    expect(places.step(1000)).toBe(false);
    expect([...places.shown()]).toEqual([0, 0, 100, 0]);
    places.aim(pair, settledAt(Float32Array.of(0, 80, 100, 80)), 2000, 400);
    expect(places.step(2200)).toBe(true);
    expect(places.shown()[1]).toBeGreaterThan(0);
    expect(places.shown()[1]).toBeLessThan(80);
    expect(places.step(2400)).toBe(false);
    expect([...places.shown()]).toEqual([0, 80, 100, 80]);
  });

  test('are kept for who leaves and comes back; who is new stands beside its neighbours meanwhile', () => {
    const places = createPlaces();
    places.setScene(pair, NOBODY);
    places.aim(pair, settledAt(Float32Array.of(10, 20, 100, 0)), 0, 0);
    places.step(0);
    places.setScene(scene(networkFromText('Bob')), NOBODY);
    expect([...places.shown()]).toEqual([100, 0]);
    const more = scene(networkFromText('Ann -1- Bob\nBob -1- Cyd\nDee'));
    places.setScene(more, NOBODY);
    const [annX, annY, bobX, bobY, cydX = NaN, cydY = NaN, deeX] = places.shown();
    expect([annX, annY, bobX, bobY]).toEqual([10, 20, 100, 0]);
    expect(Math.hypot(cydX - 100, cydY)).toBeLessThan(60);
    expect(deeX).toBeNaN();
    expect([...places.settled(more)].map(Number.isNaN)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test('of pinned nodes are where they were pinned, and the others do not mind', () => {
    const places = createPlaces();
    places.setScene(pair, NOBODY);
    places.aim(pair, settledAt(Float32Array.of(0, 0, 100, 0)), 0, 0);
    places.step(0);
    places.setPins({ 'actor:ann': [-50, 30] });
    expect([...places.shown()]).toEqual([-50, 30, 100, 0]);
    places.aim(pair, settledAt(Float32Array.of(5, 5, 90, 0)), 0, 0);
    places.step(0);
    expect([...places.shown()]).toEqual([-50, 30, 90, 0]);
    // Unpinned, it goes back to where the layout has it.
    places.setPins({});
    expect([...places.shown()]).toEqual([5, 5, 90, 0]);
  });

  test('are those of a larger network that was laid out, and remembered for all of it', () => {
    const larger = scene(networkFromText('Cyd -1- Bob\nBob -1- Ann'));
    const places = createPlaces();
    places.setScene(pair, NOBODY);
    places.aim(larger, settledAt(Float32Array.of(1, 2, 3, 4, 5, 6)), 0, 0);
    places.step(0);
    expect([...places.shown()]).toEqual([5, 6, 3, 4]);
    expect([...places.settled(larger)]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('follow a drag, and are others for it', () => {
    const places = createPlaces();
    places.setScene(pair, NOBODY);
    places.aim(pair, settledAt(Float32Array.of(0, 0, 100, 0)), 0, 0);
    places.step(0);
    const before = places.shown();
    places.drag(0, 7, 8);
    expect([...places.shown()]).toEqual([7, 8, 100, 0]);
    expect(places.shown()).not.toBe(before);
    places.forget();
    expect([...places.settled(pair)].every(Number.isNaN)).toBe(true);
  });
});

describe('what can be done with a node', () => {
  test('filters by it as its kind asks, and the next time no longer', () => {
    const google = toggleFilter(actor('Google'));
    const once = google(DEFAULT_CHOICES);
    expect(once.clauses).toEqual([{ facet: 'organisation', any: ['google'], all: [], none: [] }]);
    expect(google(once).clauses).toEqual([]);
    const office = toggleFilter(actor('Chair', { actorKind: 'office' }))(DEFAULT_CHOICES);
    expect(office.clauses[0]?.facet).toBe('person');
    const theme = toggleFilter(actor('Images', { kind: 'theme', actorKind: null }))(
      DEFAULT_CHOICES,
    );
    expect(theme.clauses[0]?.facet).toBe('theme');
    const event = actor('Summit', { kind: 'event', actorKind: null });
    expect(toggleFilter(event)(DEFAULT_CHOICES)).toBe(DEFAULT_CHOICES);
  });

  test('pins it to a tenth of a unit, and lets it go', () => {
    const kept = pinned('actor:ann', [1.26, -3.333])(DEFAULT_CHOICES);
    expect(kept.network.pins).toEqual({ 'actor:ann': [1.3, -3.3] });
    expect(unpinned('actor:ann')(kept).network.pins).toEqual({});
    expect(unpinned('actor:bob')(kept)).toBe(kept);
  });
});

describe('what stands out', () => {
  const chained = networkFromText('Ann -1- Bob\nBob -1- Cyd\nCyd -1- Dee\nAnn role Bob');
  const its = scene(chained);
  const state = (choices: Choices, part: Partial<AppState> = {}): AppState =>
    // The parts of the state that decide.
    ({ choices, highlight: null, related: null, details: null, ...part }) as AppState;
  const tiesOf = (ties: Iterable<(typeof its.ties)[number]>): string[] =>
    [...ties].map(({ from, to }) => `${from.node.name} ${to.node.name}`);

  test('is nothing where nothing was chosen', () => {
    const look = createLook()(state(DEFAULT_CHOICES), its, null);
    expect(look).toMatchObject({ isFiltered: false, selected: null, centre: null, lit: null });
    expect(firstNames(look)).toEqual([]);
  });

  test('a pointed node lights its neighbours and the ties to them', () => {
    const highlight = { kind: 'actor', id: 'bob' } as const;
    const look = createLook()(state(DEFAULT_CHOICES, { highlight }), its, null);
    expect([...(look.lit ?? [])].toSorted()).toEqual(['actor:ann', 'actor:bob', 'actor:cyd']);
    expect(tiesOf(look.litTies)).toEqual(['Ann Bob', 'Bob Cyd', 'Ann Bob']);
  });

  test('an event of another view lights those who act in it, and the ties among them', () => {
    const highlight = { kind: 'event', id: 'summit' } as const;
    const related = { events: [], actors: ['cyd', 'dee', 'elsewhere'], places: [] };
    const look = createLook()(state(DEFAULT_CHOICES, { highlight, related }), its, null);
    expect(look.centre).toBeNull();
    expect([...(look.lit ?? [])]).toEqual(['actor:cyd', 'actor:dee']);
    expect(tiesOf(look.litTies)).toEqual(['Cyd Dee']);
    const nobody = { ...related, actors: ['elsewhere'] };
    expect(
      createLook()(state(DEFAULT_CHOICES, { highlight, related: nobody }), its, null).lit,
    ).toBe(null);
  });

  test('the selected actor shows its ties and dims nobody; what filters is ringed', () => {
    const choices: Choices = {
      ...withUse(DEFAULT_CHOICES, 'organisation', 'dee', 'all'),
      selection: { kind: 'actor', id: 'ann' },
    };
    const look = createLook()(state(choices), its, 'actor:cyd');
    expect(look).toMatchObject({ isFiltered: true, selected: 'actor:ann', lit: null });
    expect([...look.chosen]).toEqual(['actor:dee']);
    expect(tiesOf(look.litTies)).toEqual(['Ann Bob', 'Ann Bob']);
    expect(firstNames(look)).toEqual(['actor:ann', 'actor:cyd', 'actor:dee']);
  });

  test('a chain shows its nodes and every tie along it', () => {
    const step = (from: string, to: string) => ({
      from: { id: from, name: from },
      to: { id: to, name: to },
      ties: [],
      events: [],
      eventsTotal: 0,
    });
    const of = scene({
      ...chained,
      chain: {
        from: 'ann',
        to: 'cyd',
        isConnected: true,
        steps: [step('ann', 'bob'), step('bob', 'cyd')],
      },
    });
    const look = createLook()(state(DEFAULT_CHOICES), of, null);
    expect([...look.chain]).toEqual(['actor:ann', 'actor:bob', 'actor:cyd']);
    expect(tiesOf(look.chainTies)).toEqual(['Ann Bob', 'Bob Cyd', 'Ann Bob']);
  });

  test('is the same object as long as nothing in it is another', () => {
    const lookOf = createLook();
    const once = lookOf(state(DEFAULT_CHOICES), its, null);
    const panned = {
      ...DEFAULT_CHOICES,
      network: { ...DEFAULT_CHOICES.network, window: { x: 1, y: 2, scale: 3 } },
    };
    expect(lookOf(state(panned), its, null)).toBe(once);
    expect(lookOf(state(panned), its, 'actor:ann')).not.toBe(once);
  });
});
