import { useEffect, type RefObject } from 'react';

/** A finger goes at least so far sideways, and more so than up or down. */
const SWIPE_PX = 60;
/** Taps this near to an edge, in parts of the width, go on and back. */
const EDGE = 0.09;
/** Fingers on the picture move the picture. */
const OWN_TOUCH = '.slide-picture, button, a, .notes, .overview';

/** Swipes over the words, and taps at the edges, go on and back. */
export function useSwipe(
  stage: RefObject<HTMLElement | null>,
  onWay: (way: 'next' | 'back') => void,
): void {
  useEffect(() => {
    const element = stage.current;
    if (element === null) return undefined;
    let start: Touch | null = null;
    const onStart = ({ touches, target }: TouchEvent): void => {
      const [first] = touches;
      const isOwn = target instanceof Element && target.closest(OWN_TOUCH) !== null;
      start =
        touches.length === 1 && first !== undefined && (!isOwn || isAtEdge(first)) ? first : null;
    };
    const onEnd = ({ changedTouches }: TouchEvent): void => {
      const [end] = changedTouches;
      if (start === null || end === undefined) return;
      const acrossPx = end.clientX - start.clientX;
      const alongPx = end.clientY - start.clientY;
      if (Math.abs(acrossPx) > SWIPE_PX && Math.abs(acrossPx) > 2 * Math.abs(alongPx)) {
        onWay(acrossPx < 0 ? 'next' : 'back');
      } else if (Math.abs(acrossPx) < 10 && Math.abs(alongPx) < 10 && isAtEdge(end)) {
        onWay(end.clientX > innerWidth / 2 ? 'next' : 'back');
      }
      start = null;
    };
    element.addEventListener('touchstart', onStart, { passive: true });
    element.addEventListener('touchend', onEnd, { passive: true });
    return () => {
      element.removeEventListener('touchstart', onStart);
      element.removeEventListener('touchend', onEnd);
    };
  }, [onWay, stage]);
}

function isAtEdge({ clientX }: Touch): boolean {
  return clientX < innerWidth * EDGE || clientX > innerWidth * (1 - EDGE);
}
