import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageOf, readMessage, readSession } from '../../../src/briefing/messages.ts';
import { newSession } from '../../../src/briefing/session.ts';

const OWN = { briefing: 'b1', from: 'me', role: 'stage' } as const;
const OTHER = { briefing: 'b1', from: 'you', role: 'presenter' } as const;
const SESSION = newSession('you', { scene: 'a', step: 1 }, 3);

describe('messages', () => {
  it('are read as they were said', () => {
    const bodies = [
      { kind: 'hello' },
      { kind: 'bye' },
      { kind: 'here', session: SESSION },
      { kind: 'point', at: { x: 0.5, y: 1 } },
      { kind: 'point', at: null },
      { kind: 'scenes', scenes: [{ id: 's', title: 'S', view: 'v=1', steps: [{ text: 't' }] }] },
    ] as const;
    for (const body of bodies) {
      const data: unknown = JSON.parse(JSON.stringify(messageOf(OTHER, body)));
      expect(readMessage(data, OWN)).toMatchObject(body);
    }
  });

  it('of this window, another briefing or another version are none', () => {
    const said = { version: 1, ...OTHER, kind: 'hello' };
    expect(readMessage(said, OWN)).not.toBeNull();
    for (const wrong of [
      { ...said, from: 'me' },
      { ...said, briefing: 'b2' },
      { ...said, version: 2 },
      { ...said, role: 'audience' },
      { ...said, kind: 'eval' },
      { ...said, more: 1 },
      { ...said, kind: 'here' },
      { ...said, kind: 'here', session: { ...SESSION, revision: 1.5 } },
      { ...said, kind: 'here', session: { ...SESSION, place: { scene: 'a', step: -1 } } },
      { ...said, kind: 'here', session: { ...SESSION, look: 'x'.repeat(100_001) } },
      { ...said, kind: 'here', session: { ...SESSION, timing: null } },
      { ...said, kind: 'point', at: { x: 2, y: 0 } },
      { ...said, kind: 'scenes', scenes: [{ id: 's' }] },
    ]) {
      expect(readMessage(wrong, OWN)).toBeNull();
    }
  });

  it('cannot be anything else, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(readMessage(data, OWN)).toBeNull();
      }),
    );
  });
});

describe('a kept session', () => {
  it('is read as it was written, and nothing else is', () => {
    expect(readSession(JSON.stringify(SESSION))).toEqual(SESSION);
    for (const text of [
      null,
      '',
      '{',
      'null',
      '{}',
      JSON.stringify({ ...SESSION, revision: 'x' }),
    ]) {
      expect(readSession(text)).toBeNull();
    }
  });
});
