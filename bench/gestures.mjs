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
 * @property {() => Promise<void>} atHalf is called when the picture is farthest from where it began
 */

const STEPS = 60;
/** One notch of a mouse's wheel. */
const NOTCH_PX = 100;
const DRAG_PX = 8;
const CTRL = 2;
/** So long a gesture goes on at most, however slow its frames are. */
const GESTURE_MS = 8000;

/**
 * Ctrl and the wheel: half of the steps in, half out again.
 * @param {Hand} hand
 * @returns {Promise<number[]>} milliseconds from each input to the end of the work on its frame
 */
export function zoom(hand) {
  return thereAndBack(hand, (direction) => wheel(hand, direction));
}

/**
 * Some notches of the wheel in one direction.
 * @param {Hand} hand
 * @param {1 | -1} direction in or out
 * @param {number} number
 */
export async function notches(hand, direction, number) {
  for (let notch = 0; notch < number; notch++) await oneStep(hand, () => wheel(hand, direction));
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
  const took = await thereAndBack(hand, (direction) => {
    x -= DRAG_PX * direction;
    return dispatch(cdp, { ...spot, ...held, x, type: 'mouseMoved' });
  });
  await dispatch(cdp, { ...spot, x, button: 'left', type: 'mouseReleased', clickCount: 1 });
  return took;
}

/**
 * @param {Hand} hand
 * @param {(direction: 1 | -1) => Promise<void>} make
 */
async function thereAndBack(hand, make) {
  /** @type {number[]} */
  const took = [];
  const endMs = performance.now() + GESTURE_MS;
  for (const direction of /** @type {const} */ ([1, -1])) {
    const until = took.length + STEPS / 2;
    const partEndMs = direction === 1 ? endMs - GESTURE_MS / 2 : endMs;
    while (took.length < until && performance.now() < partEndMs) {
      took.push(await oneStep(hand, () => make(direction)));
    }
    if (direction === 1) await hand.atHalf();
  }
  return took;
}

/**
 * @param {Hand} hand
 * @param {() => Promise<void>} make
 */
async function oneStep({ frame }, make) {
  const shown = frame();
  await make();
  return shown;
}

/**
 * @param {Hand} hand
 * @param {1 | -1} direction in or out
 */
function wheel({ cdp, spot }, direction) {
  const deltaY = -NOTCH_PX * direction;
  return dispatch(cdp, { ...spot, type: 'mouseWheel', deltaX: 0, deltaY, modifiers: CTRL });
}

/**
 * @param {CDPSession} cdp
 * @param {Spot & { type: string, [field: string]: number | string }} event
 */
async function dispatch(cdp, event) {
  // The protocol's own type names every kind of event one by one.
  await cdp.send('Input.dispatchMouseEvent', /** @type {never} */ ({ button: 'none', ...event }));
}
