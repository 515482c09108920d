/*
 * What the filters leave out, to be drawn faded around what they leave; and when "all" is another all.
 * Knows: the state. Must not know: layout, drawing.
 */
import type { NetworkAnswer } from '../../engine/port/network.ts';
import type { AppState } from '../../state/appState.ts';
import { isFiltered, type Choices } from '../../state/choices.ts';

export interface RestAround {
  /** The network without its filters; null where nothing is left out, or goes. */
  around(state: AppState): NetworkAnswer | null;
  /**
   * Whether the first picture still waits for it: laid out without it, a network would stand otherwise
   * than one that was filtered later.
   */
  isAwaited(state: AppState): boolean;
}

/**
 * Until the unfiltered network has been answered, the last one that had no filter stands in for it, so
 * that a first filter fades the others rather than blinks them away and back.
 */
export function restAround(): RestAround {
  let lastUnfiltered: NetworkAnswer | null = null;
  return {
    around({ choices, network, networkRest }) {
      if (!isFiltered(choices)) {
        lastUnfiltered = network;
        return null;
      }
      if (choices.rest === 'hide') return null;
      const rest = networkRest ?? lastUnfiltered;
      return rest?.mode === choices.network.mode ? rest : null;
    },
    isAwaited({ choices, networkRest, answerFailure }) {
      const isFaded = isFiltered(choices) && choices.rest === 'fade';
      const isMissing = networkRest === null && lastUnfiltered === null;
      return isFaded && isMissing && answerFailure?.question !== 'networkRest';
    },
  };
}

/**
 * Whether "all" is to be framed anew. As time goes by, who leaves keeps a place in the frame: otherwise
 * the picture would jump with every month.
 */
export function isOtherFrame(choices: Choices, before: Choices): boolean {
  const now = choices.network;
  const was = before.network;
  const isOtherQuery =
    choices.clauses !== before.clauses ||
    choices.words !== before.words ||
    choices.during !== before.during;
  return (
    now.mode !== was.mode ||
    now.ego !== was.ego ||
    now.chain !== was.chain ||
    now.nodesLimit !== was.nodesLimit ||
    choices.rest !== before.rest ||
    (isOtherQuery && choices.rest === 'hide')
  );
}
