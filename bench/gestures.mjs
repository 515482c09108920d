/**
 * Zooming and panning with real input, one step a frame: the next step is made when the frame of the
 * one before is done.
 */

/** @typedef {import('@playwright/test').CDPSession} CDPSession */

/**
 * @typedef {object} Spot where the pointer is, in CSS pixels of the page
 * @property {number} x
 * @property {number} y
 */

/**
 * @typedef {object} Hand
 * @property {CDPSession} cdp
 * @property {Spot} spot
 * @property {() => Promise<number>} frame gives the milliseconds that the next frame with input took
 * @property {() => Promise<void>} away is called when the picture first is farthest from where it began
 */

/**
 * How a page is zoomed, and after how many steps back again: some have few steps in all, of some each is large.
 * @typedef {{ turn: number } & ({ by: 'wheel', isCtrlHeld: boolean } | { by: 'buttons', in: Spot, out: Spot })} Zooming
 */

const STEPS = 60;
/** One notch of a mouse's wheel. */
const NOTCH_PX = 100;
const DRAG_PX = 8;
const CTRL = 2;
/** So long a gesture goes on at most, however slow its frames are, but for the way back. */
const GESTURE_MS = 5000;

/**
 * In and out again, as often as there are steps.
 * @param {Hand} hand
 * @param {Zooming} zooming
 * @returns {Promise<number[]>} milliseconds from each input to the end of the work on its frame
 */
export function zoom(hand, zooming) {
  return thereAndBack(hand, zooming.turn, (direction) => zoomStep(hand, zooming, direction));
}

/**
 * Some steps in one direction.
 * @param {Hand} hand
 * @param {Zooming} zooming
 * @param {1 | -1} direction in or out
 * @param {number} number
 */
export async function zoomSteps(hand, zooming, direction, number) {
  for (let step = 0; step < number; step++) {
    await oneStep(hand, () => zoomStep(hand, zooming, direction));
  }
}

/**
 * A drag: half of the steps to the left, half back again.
 * @param {Hand} hand
 * @returns {Promise<number[]>} milliseconds from each input to the end of the work on its frame
 */
export async function drag(hand) {
  const { cdp, spot } = hand;
  const held = { button: 'left', buttons: 1 };
  let { x } = spot;
  await dispatch(cdp, { ...spot, ...held, type: 'mousePressed', clickCount: 1 });
  const took = await thereAndBack(hand, STEPS / 2, (direction) => {
    x -= DRAG_PX * direction;
    return dispatch(cdp, { ...spot, ...held, x, type: 'mouseMoved' });
  });
  await dispatch(cdp, { ...spot, x, button: 'left', type: 'mouseReleased', clickCount: 1 });
  return took;
}

/**
 * @param {Hand} hand
 * @param {number} turn so many steps there, as many back
 * @param {(direction: 1 | -1) => Promise<void>} make
 */
async function thereAndBack(hand, turn, make) {
  /** @type {number[]} */
  const took = [];
  const times = STEPS / (2 * turn);
  const endMs = performance.now() + GESTURE_MS;
  for (let time = 0; time < times; time++) {
    const partEndMs = performance.now() + GESTURE_MS / (2 * times);
    let there = 0;
    do {
      took.push(await oneStep(hand, () => make(1)));
      there += 1;
    } while (there < turn && performance.now() < partEndMs);
    if (time === 0) await hand.away();
    for (let back = 0; back < there; back++) took.push(await oneStep(hand, () => make(-1)));
    if (performance.now() > endMs) break;
  }
  return took;
}

/**
 * @param {Hand} hand
 * @param {() => Promise<void>} make
 */
async function oneStep({ frame }, make) {
  const [tookMs] = await Promise.all([frame(), make()]);
  return tookMs;
}

/**
 * @param {Hand} hand
 * @param {Zooming} zooming
 * @param {1 | -1} direction in or out
 */
async function zoomStep({ cdp, spot }, zooming, direction) {
  if (zooming.by === 'wheel') {
    await dispatch(cdp, {
      ...spot,
      type: 'mouseWheel',
      deltaX: 0,
      deltaY: -NOTCH_PX * direction,
      modifiers: zooming.isCtrlHeld ? CTRL : 0,
    });
    return;
  }
  const button = { ...(direction === 1 ? zooming.in : zooming.out), button: 'left', clickCount: 1 };
  await dispatch(cdp, { ...button, buttons: 1, type: 'mousePressed' });
  await dispatch(cdp, { ...button, type: 'mouseReleased' });
}

/**
 * @param {CDPSession} cdp
 * @param {Spot & { type: string, [field: string]: number | string }} event
 */
async function dispatch(cdp, event) {
  // The protocol's own type names every kind of event one by one.
  await cdp.send('Input.dispatchMouseEvent', /** @type {never} */ ({ button: 'none', ...event }));
}
