import { describe, expect, it } from 'vitest';
import {
  changesOf,
  draftOf,
  problemsOf,
  withValue,
  written,
} from '../../../src/panels/edit/draft.ts';
import { deletionWords, mergeWords } from '../../../src/panels/edit/planWords.ts';
import { sameNames } from '../../../src/panels/edit/sameNames.ts';

describe('a form', () => {
  const event = {
    id: 'a',
    title: 'A meeting',
    date: 'some time in spring',
    status: 'happened',
    weight: 2.5,
    actors: [{ actor: 'x', part: 'took-part' }],
  };

  it('leaves alone what nobody wrote: a date that cannot be read, and what holds anyway said outright', () => {
    const draft = draftOf('events', event);
    expect(changesOf('events', draft)).toEqual({ fields: {}, labels: [] });
    expect(written('events', draft).problems).toEqual(new Map());
    const titled = { ...draft, values: withValue(draft.values, ['title'], 'Another') };
    expect(changesOf('events', titled)).toEqual({
      fields: { title: 'Another' },
      labels: ['Title'],
    });
    expect(written('events', titled).problems).toEqual(new Map());
  });

  it('reads dates and numbers as they are written, and says beside the field where it cannot', () => {
    const draft = draftOf('events', event);
    const put = (path: (string | number)[], value: unknown) => ({
      ...draft,
      values: withValue(draft.values, path, value),
    });
    expect(changesOf('events', put(['date'], '3 March 2014')).fields).toEqual({
      date: '2014-03-03',
    });
    expect([...written('events', put(['date'], 'soon')).problems.keys()]).toEqual(['date']);
    expect(changesOf('events', put(['weight'], ' 3,5 ')).fields).toEqual({ weight: 3.5 });
    expect([...written('events', put(['weight'], 'much')).problems.keys()]).toEqual(['weight']);
    expect(changesOf('events', put(['weight'], '')).fields).toEqual({ weight: undefined });
    expect(changesOf('events', put(['actors', 0, 'role'], ' host ')).fields).toEqual({
      actors: [{ actor: 'x', role: 'host' }],
    });
    expect(changesOf('events', put(['actors'], [])).fields).toEqual({ actors: undefined });
  });

  it('tells what was refused in its own terms, each beside its field', () => {
    const remedy = 'Nothing was changed.';
    const severity = 'error' as const;
    const problems = problemsOf([
      {
        place: 'events[3].actors[0].actor',
        found: '"x"',
        expected: 'the id of one of the actors',
        remedy,
        severity,
      },
      { place: 'events[3].title', found: 'nothing', expected: 'a text', remedy, severity },
      {
        place: 'this window',
        found: 'a history elsewhere',
        expected: 'one window',
        remedy,
        severity,
      },
    ]);
    expect(problems).toEqual(
      new Map([
        ['actors[0].actor', '"x" stands here; a name from the list is needed.'],
        ['title', 'Nothing stands here; a text is needed.'],
        [
          '',
          'this window: one window was expected, a history elsewhere was found. Nothing was changed.',
        ],
      ]),
    );
  });
});

describe('names that may mean the same', () => {
  const entry = (id: string, name: string) => ({ id, name, detail: '' });
  it('differ in case, accents, dots, articles or the order of their words, and in nothing else', () => {
    const pairs = sameNames([
      entry('1', 'Home Office'),
      entry('2', 'the HOME OFFICE'),
      entry('3', 'Home Offices'),
      entry('4', 'José Álvarez'),
      entry('5', 'Alvarez, Jose'),
      entry('6', 'U.S. Government'),
      entry('7', 'US Government'),
      entry('8', '…'),
      entry('9', '!'),
    ]);
    expect(pairs.map(({ a, b }) => [a.id, b.id])).toEqual([
      ['1', '2'],
      ['4', '5'],
      ['6', '7'],
    ]);
  });
});

describe('what an act comes to', () => {
  it('is said before it: what stays and what goes along', () => {
    expect(deletionWords('A', [])).toEqual(['Nothing else refers to “A”.']);
    expect(
      deletionWords('A', [
        { list: 'events', total: 1200, names: ['One', 'Two', 'Three', 'Four'] },
        { list: 'ties', total: 1, names: [] },
      ]),
    ).toEqual([
      'It is named in 1,200 events (“One”, “Two”, “Three”, …). They stay, and name it no longer.',
      '1 tie of it goes with it.',
    ]);
    expect(mergeWords('A', 'B', [{ list: 'actors', total: 1, names: ['C'] }])[0]).toBe(
      '1 actor (“C”) will name “B” instead.',
    );
  });
});
