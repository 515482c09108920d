import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  after,
  counted,
  newer,
  newSession,
  shownPlace,
  type Act,
  type Session,
} from '../../../src/briefing/session.ts';
import type { Scene } from '../../../src/model/types.ts';

const SCENES: readonly Scene[] = ['a', 'b', 'c'].map((id) => ({ id, title: id, view: 'v=1' }));
const START = newSession('stage', { scene: 'a', step: 0 }, 1);
const NEXT: Act = { kind: 'next' };

function run(acts: readonly (Act | readonly [Act, number])[], from: Session = START): Session {
  return acts.reduce<Session>((session, each) => {
    const [act, nowMs] = 'kind' in each ? [each, 0] : each;
    return after(session, act, SCENES, 'stage', nowMs);
  }, from);
}

describe('a session', () => {
  it('counts a revision up with each act that changes something, and with none that does not', () => {
    expect(run([NEXT, { kind: 'black' }]).revision).toBe(3);
    const last = run([{ kind: 'last' }]);
    expect(after(last, NEXT, SCENES, 'stage', 5)).toBe(last);
  });

  it('starts its clock with the first advance, and puts time to the scene that it was spent on', () => {
    expect(counted(START, 9000).spentMs).toBe(0);
    const session = run([
      [NEXT, 1000],
      [NEXT, 4000],
    ]);
    const { spentMs, sceneMs } = counted(session, 9000);
    expect(spentMs).toBe(8000);
    expect(sceneMs).toEqual({ b: 3000, c: 5000 });
  });

  it('stops its clock while paused, whoever moves, and goes on where it was', () => {
    const paused = run([
      [NEXT, 0],
      [{ kind: 'pause' }, 2000],
      [NEXT, 7000],
    ]);
    expect(counted(paused, 90_000).spentMs).toBe(2000);
    const going = run([[{ kind: 'pause' }, 10_000]], paused);
    expect(counted(going, 11_000)).toMatchObject({ spentMs: 3000, sceneMs: { b: 2000, c: 1000 } });
    expect(run([{ kind: 'restart-clock' }], going).timing.spentMs).toBe(0);
  });

  it('keeps the stage where it was frozen while the presenter looks elsewhere', () => {
    const frozen = run([{ kind: 'freeze' }, NEXT, NEXT]);
    expect(frozen.place.scene).toBe('c');
    expect(shownPlace(frozen).scene).toBe('a');
    expect(shownPlace(run([{ kind: 'freeze' }], frozen)).scene).toBe('c');
  });

  it('shows a scene that was hidden with the next advance, and not the scene after it', () => {
    const covered = run([{ kind: 'cover' }]);
    expect(run([NEXT], covered)).toMatchObject({ isCovered: false, place: { scene: 'a' } });
    expect(run([NEXT, NEXT], covered).place.scene).toBe('b');
  });

  it('stays black whatever else is done', () => {
    const black = run([{ kind: 'black' }, NEXT, { kind: 'freeze' }, { kind: 'jump', number: 3 }]);
    expect(black.isBlack).toBe(true);
    expect(run([{ kind: 'black' }], black).isBlack).toBe(false);
  });

  it('looks as the scene does again at another place', () => {
    expect(run([{ kind: 'look', look: 'v=1&q=x' }, NEXT]).look).toBeNull();
  });

  it('comes back to where it was left', () => {
    const left = run([NEXT, { kind: 'leave' }]);
    expect(left.isAway).toBe(true);
    expect(run([{ kind: 'resume' }], left)).toMatchObject({ isAway: false, place: { scene: 'b' } });
    expect(run([{ kind: 'go', place: { scene: 'b', step: 0 } }], left).isAway).toBe(false);
  });

  it('goes through the pointers and back to none', () => {
    const kinds = [1, 2, 3].map(
      (times) => run(Array.from({ length: times }, (): Act => ({ kind: 'pointer' }))).pointer,
    );
    expect(kinds).toEqual(['dot', 'spotlight', 'off']);
  });
});

describe('two windows', () => {
  const anyAct: fc.Arbitrary<Act> = fc.oneof(
    fc.constantFrom<Act>(
      { kind: 'next' },
      { kind: 'back' },
      { kind: 'first' },
      { kind: 'last' },
      { kind: 'black' },
      { kind: 'freeze' },
      { kind: 'cover' },
      { kind: 'pause' },
      { kind: 'leave' },
      { kind: 'resume' },
    ),
    fc.record({ kind: fc.constant('jump' as const), number: fc.integer({ min: -2, max: 6 }) }),
  );
  /** In each turn a window acts, or the post between them is carried. */
  const anyTurn = fc.oneof(
    fc.record({ by: fc.constantFrom('stage', 'presenter'), act: anyAct }),
    fc.constant('post' as const),
  );

  it('come to the same, in whatever order they act and hear of each other', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 40 }), (turns) => {
        let stage = START;
        let presenter = newSession('presenter', { scene: 'c', step: 0 }, 0);
        const post = (): void => {
          const [fromStage, fromPresenter] = [stage, presenter];
          stage = newer(stage, fromPresenter);
          presenter = newer(presenter, fromStage);
        };
        for (const [nowMs, turn] of turns.entries()) {
          if (turn === 'post') post();
          else if (turn.by === 'stage') stage = after(stage, turn.act, SCENES, 'stage', nowMs);
          else presenter = after(presenter, turn.act, SCENES, 'presenter', nowMs);
        }
        post();
        expect(stage).toEqual(presenter);
      }),
    );
  });

  it('hold the word of the stage before anything is done', () => {
    const fresh = newSession('presenter', { scene: 'c', step: 0 }, 0);
    expect(newer(fresh, START)).toBe(START);
    expect(newer(START, fresh)).toBe(START);
  });
});
