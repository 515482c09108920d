import { describe, expect, it } from 'vitest';
import { drag, zoom, type Hand } from '../../../bench/gestures.mjs';

interface Sent {
  readonly type: string;
  readonly x: number;
  readonly deltaY?: number;
}

/** A hand on a page that draws at once; notes what is sent to it, and how much of it when it was farthest. */
function handOn(): { hand: Hand; sent: Sent[]; sentWhenAway: number[] } {
  const sent: Sent[] = [];
  const sentWhenAway: number[] = [];
  const cdp = {
    send: (_: string, event: Sent) => {
      sent.push(event);
      return Promise.resolve();
    },
  };
  const hand: Hand = {
    // All that a gesture uses of it.
    cdp: cdp as unknown as Hand['cdp'],
    spot: { x: 600, y: 300 },
    frame: () => Promise.resolve(5),
    away: () => {
      sentWhenAway.push(sent.length);
      return Promise.resolve();
    },
  };
  return { hand, sent, sentWhenAway };
}

describe('a gesture', () => {
  it('takes sixty steps and ends where it began', async () => {
    for (const turn of [30, 5, 3]) {
      const { hand, sent, sentWhenAway } = handOn();
      const times = await zoom(hand, { by: 'wheel', isCtrlHeld: true, turn });
      expect(times).toHaveLength(60);
      expect(sent).toHaveLength(60);
      expect(sent.reduce((sum, { deltaY = 0 }) => sum + deltaY, 0)).toBe(0);
      expect(sentWhenAway).toEqual([turn]);
    }
  });

  it('drags to the left and back', async () => {
    const { hand, sent } = handOn();
    await expect(drag(hand)).resolves.toHaveLength(60);
    expect(Math.min(...sent.map(({ x }) => x))).toBe(600 - 240);
    expect(sent.at(-1)).toMatchObject({ type: 'mouseReleased', x: 600 });
  });

  it('presses buttons where a page has no other zoom', async () => {
    const { hand, sent } = handOn();
    const buttons = { in: { x: 10, y: 20 }, out: { x: 30, y: 20 } };
    await zoom(hand, { by: 'buttons', turn: 5, ...buttons });
    const pressed = sent.filter(({ type }) => type === 'mousePressed').map(({ x }) => x);
    expect(pressed.slice(0, 10)).toEqual([10, 10, 10, 10, 10, 30, 30, 30, 30, 30]);
  });
});
