/*
 * Holds that an event says no more than its quotations: people and their titles, places, names, numbers.
 */
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/model/types.ts';
import { maxOf, minOf, partsOf } from './edtfDates.ts';
import {
  actors,
  byId,
  events,
  holds,
  places,
  quotesOf,
  scenes,
  wholesOf,
  wordsFor,
} from './history.ts';

describe('actors', () => {
  it('of an event are named in its quotations, or inferred from the office that is', () => {
    for (const event of events) {
      const quotes = quotesOf(event);
      for (const { actor, title, inferred = false } of event.actors ?? []) {
        const isNamed = wordsFor(byId(actors, actor)).some((words) => holds(quotes, words));
        expect([event.id, actor, { isNamed }]).toEqual([event.id, actor, { isNamed: !inferred }]);
        const isTitleSaid = title === undefined || holds(quotes, title);
        expect([event.id, title, isTitleSaid]).toEqual([event.id, title, true]);
      }
    }
  });

  it('hold dated roles, in the account’s words', () => {
    for (const { id, kind, roles = [] } of actors) {
      expect([id, roles.length > 0]).toEqual([id, kind === 'person']);
      for (const role of roles) {
        expect([id, role.title, holds(quotesOf(role), role.title)]).toEqual([id, role.title, true]);
        expect(partsOf(role.date ?? ''), `${id}, ${role.title}`).not.toEqual([]);
      }
    }
  });

  it('change titles as the account has it', () => {
    expect(byId(actors, 'joanna-shields').roles?.map(({ title, date }) => [date, title])).toEqual([
      ['2013-07-22', 'Prime Minister’s ambassador for digital industries'],
      ['2013-12-13/2014-12~', 'Chair of the taskforce'],
      ['2014-12', 'Prime Minister’s Digital Adviser'],
      ['2015-09', 'UK Minister for Internet Safety & Security'],
    ]);
    for (const event of events) {
      for (const { actor, title } of event.actors ?? []) {
        if (title === undefined) continue;
        const held = byId(actors, actor).roles?.filter(
          ({ date = '' }) => minOf(date) <= maxOf(event.date) && maxOf(date) >= minOf(event.date),
        );
        expect([event.id, actor, held?.map((role) => role.title)]).toEqual([
          event.id,
          actor,
          expect.arrayContaining([title]),
        ]);
      }
    }
  });
});

describe('places', () => {
  it('are named in the quotations of their event, or of the one that it is part of', () => {
    for (const event of events) {
      const quotes = wholesOf(event).map(quotesOf).join('\n');
      for (const id of event.places ?? []) {
        const isNamed = wordsFor(byId(places, id)).some((words) => holds(quotes, words));
        expect([event.id, id, isNamed]).toEqual([event.id, id, true]);
      }
    }
  });

  it('are inherited by the parts of an event', () => {
    const astray = events.filter((event) => {
      const whole = wholesOf(event)[1];
      return whole !== undefined && event.places?.join(' ') !== whole.places?.join(' ');
    });
    expect(astray).toEqual([]);
  });
});

/** Whether somebody in the history bears this word in their name. */
function isProper(word: string): boolean {
  return actors.some(({ kind, name }) => kind !== 'group' && name.split(/[\s–]/u).includes(word));
}

describe('titles', () => {
  it('are distinct, and short enough to be a label', () => {
    const titles = events.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.length > 46)).toEqual([]);
  });

  it('name nobody and nothing that their quotations do not', () => {
    for (const event of events) {
      const known = [
        quotesOf(event),
        ...(event.actors ?? []).flatMap(({ actor }) => wordsFor(byId(actors, actor))),
      ].join('\n');
      // Names and numbers; the first word may have its capital from the sentence alone.
      const names = event.title
        .split(/[\s–,:]+/u)
        .map((word) => word.replace(/’s$/u, '').replace(/^[#£]/u, ''))
        .filter(
          (word, index) =>
            /^[\p{Lu}\p{N}]/u.test(word) && (index > 0 || /^\p{N}/u.test(word) || isProper(word)),
        );
      const strange = names.filter((name) => !holds(known, name));
      expect([event.title, strange]).toEqual([event.title, []]);
    }
  });
});

const NUMBER_WORDS = new Map([
  [4, 'four'],
  [50_000_000, '£50 million'],
]);

/** How the account prints a figure: its number in words or digits, and the word before it. */
function isPrinted(figure: Figure, quotes: string): boolean {
  const number = NUMBER_WORDS.get(figure.value) ?? String(figure.value);
  const isOver = new RegExp(`\\bover ${number}\\b`, 'u').test(quotes);
  return (
    quotes.includes(number) &&
    isOver === (figure.qualifier === 'over') &&
    (figure.currency === undefined || (figure.currency === 'GBP' && number.startsWith('£'))) &&
    (figure.over === undefined || (figure.over === 'P5Y' && holds(quotes, 'over five years')))
  );
}

describe('figures', () => {
  it('are printed in the quotations of their event, with "over" where it says so', () => {
    for (const event of events) {
      for (const figure of event.figures ?? []) {
        expect([event.id, figure, isPrinted(figure, quotesOf(event))]).toEqual([
          event.id,
          figure,
          true,
        ]);
      }
    }
  });

  it('hold what is worth saying aloud', () => {
    const said = events
      .flatMap(({ figures }) => figures ?? [])
      .map(({ qualifier = '', value, unit }) => `${qualifier} ${value} ${unit}`.trim());
    for (const figure of [
      '67 specialists',
      '48 companies',
      '50000000 pounds',
      '4 statements of action',
      'over 50 countries',
      '20 companies',
      '10 civil society organisations',
    ]) {
      expect(said).toContain(figure);
    }
  });

  it('of scenes are those of events', () => {
    const known = events.flatMap(({ figures }) => figures ?? []);
    for (const figure of scenes.flatMap(({ figures }) => figures ?? [])) {
      expect(known).toContainEqual(figure);
    }
  });
});
