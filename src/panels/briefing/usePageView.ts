/*
 * What the making of a briefing does with the page: takes its view, shows a view, presents a scene.
 * Knows: the store, the codec. Must not know: the document, how anything looks.
 */
import { decodeChoices, encodeChoices } from '../../state/codec.ts';
import { fitToHistory } from '../../state/fit.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import { joinNotices } from '../../state/notices.ts';

export interface PageView {
  /** What the page shows now, as a scene keeps it. */
  readonly present: string;
  /** Shows a view on the page, as a step that its Undo takes back. */
  readonly show: (view: string) => void;
  /** Puts the scene on the stage, before its first step. */
  readonly presentFrom: (scene: string) => void;
}

export function usePageView(): PageView {
  const store = useAppStore();
  const present = useApp(({ choices }) => encodeChoices({ ...choices, presenting: null }));
  return {
    present,
    show: (view) => {
      const { history, notice, choose } = store.getState();
      if (history === null) return;
      const read = decodeChoices(view);
      const fitted = fitToHistory(read.choices, history);
      choose(() => ({ ...fitted.choices, presenting: null }));
      store.setState({ notice: joinNotices(notice, [...read.problems, ...fitted.problems]) });
    },
    presentFrom: (scene) => {
      store.getState().amend((now) => ({ ...now, presenting: { scene, step: 0 } }));
    },
  };
}
