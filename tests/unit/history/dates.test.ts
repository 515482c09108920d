/*
 * Holds that no date is more precise than its quotations, and that what has happened is told from what was
 * only announced, by the account's own date and its words.
 */
import { parse } from 'edtf';
import { describe, expect, it } from 'vitest';
import { maxOf, minOf, partsOf, unstated } from './edtfDates.ts';
import { actors, byId, events, history, quotesOf, wholesOf } from './history.ts';

describe('dates', () => {
  it('are EDTF', () => {
    const dates = [
      history.asOf ?? '',
      ...events.map(({ date }) => date),
      ...actors.flatMap(({ roles }) => (roles ?? []).map(({ date }) => date ?? '')),
    ];
    for (const date of dates) {
      expect(() => parse(date)).not.toThrow();
      expect([date, partsOf(date).length > 0]).toEqual([date, true]);
    }
  });

  it('are no more precise than the quotations of their event', () => {
    const over = events.map((event) => [event.id, unstated(event.date, quotesOf(event))]);
    expect(over.filter(([, parts]) => parts?.length !== 0)).toEqual([]);
  });

  it('of roles are no more precise than the quotations of the role', () => {
    const over = actors.flatMap(({ id, roles }) =>
      (roles ?? []).map((role) => [id, role.title, unstated(role.date ?? '', quotesOf(role))]),
    );
    expect(over.filter(([, , parts]) => parts?.length !== 0)).toEqual([]);
  });

  it('say of the parts of an event what its own date allows', () => {
    for (const event of events) {
      const whole = wholesOf(event)[1];
      if (whole === undefined) continue;
      expect([event.id, minOf(event.date) >= minOf(whole.date)]).toEqual([event.id, true]);
      expect([event.id, maxOf(event.date) <= maxOf(whole.date)]).toEqual([event.id, true]);
    }
  });
});

describe('what has happened and what has not', () => {
  const asOf = history.asOf ?? '';

  it('is told by the account’s own date', () => {
    for (const { id, date, status = 'happened' } of events) {
      // Planned may still come after the account; the rest began, or was due, before it ended.
      const agrees = status === 'planned' ? maxOf(date) > maxOf(asOf) : minOf(date) <= maxOf(asOf);
      expect([id, status, agrees]).toEqual([id, status, true]);
    }
    const latest = Math.max(
      ...events
        .filter(({ status = 'happened' }) => status === 'happened')
        .map(({ date }) => minOf(date)),
    );
    expect(minOf(asOf)).toBe(latest);
    const summit = byId(events, 'second-global-summit');
    expect(summit.status).toBe('planned');
    expect(maxOf(asOf) + 1).toBe(minOf(summit.date));
  });

  it('is told by the words: what is to come will, would or is pledged', () => {
    for (const event of events) {
      if (event.status === undefined) continue;
      expect([event.id, /\b(?:will|would|pledged)\b/u.test(quotesOf(event))]).toEqual([
        event.id,
        true,
      ]);
    }
  });

  it('is announced by an event that has happened', () => {
    for (const event of events) {
      if (event.status === undefined) continue;
      const ids = new Set(wholesOf(event).map(({ id }) => id));
      const announcers = events.filter(({ links }) =>
        links?.some(({ kind, to }) => kind === 'announces' && ids.has(to)),
      );
      expect([event.id, announcers.length]).toEqual([event.id, 1]);
      expect(announcers[0]?.status).toBeUndefined();
    }
  });

  it('has nobody take part in what has not', () => {
    const early = events
      .filter(({ status = 'happened' }) => status !== 'happened')
      .flatMap((event) => event.actors ?? [])
      .filter(({ part = 'took-part' }) => part === 'took-part');
    expect(early).toEqual([]);
  });
});
