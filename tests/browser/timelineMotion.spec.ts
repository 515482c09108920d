/* Zooming flies where that helps the eye, and not for readers who want no motion. */
import { expect, test, TIMELINE_ALONE, type App } from './app.ts';

/** Where the ticks of the axis stand: in each of the frames after a press of Zoom in, until they rest. */
async function framesOfZoomIn(app: App): Promise<readonly string[]> {
  await app.still();
  return app.timeline.evaluate(async (region) => {
    const axis = region.querySelector('svg[aria-hidden]:has(text)');
    const button = region.querySelector<HTMLElement>('button[aria-label="Zoom in"]');
    if (axis === null || button === null) throw new Error('The timeline has no axis or no button.');
    const frame = async (): Promise<string> => {
      await new Promise(requestAnimationFrame);
      return axis.outerHTML;
    };
    const before = axis.outerHTML;
    button.click();
    const frames = [before];
    // The frame that draws may be the one in which this is asked, or the next.
    for (let same = 0; same < 3;) {
      const now = await frame();
      same = now === frames.at(-1) && now !== before ? same + 1 : 0;
      frames.push(now);
    }
    return [...new Set(frames)];
  });
}

test('zooming by button flies from one picture to the next', async ({ app }) => {
  await app.open(TIMELINE_ALONE);
  expect((await framesOfZoomIn(app)).length).toBeGreaterThan(3);
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the picture stands in the next frame', async ({ app }) => {
    await app.open(TIMELINE_ALONE);
    // The one before and the one after: nothing between.
    expect((await framesOfZoomIn(app)).length).toBe(2);
  });
});
