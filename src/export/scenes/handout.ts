/*
 * The handout: a page a scene.
 * Knows: scenes, pages, the studio. Must not know: which file the pages go into.
 */
import { createMeasure } from '../picture/faces.ts';
import type { Theme } from '../picture/takePicture.ts';
import { tokensOf } from '../picture/tokens.ts';
import type { Drawing } from '../sheet/sheet.ts';
import { createStudio } from '../studio.tsx';
import { linkTo, type Surroundings, type Work } from '../takeAlong.ts';
import { drawScenes, shownScenes } from './drawScenes.ts';
import { makePage } from './handoutPage.ts';
import { sceneWords } from './sceneWords.ts';

export interface HandoutPage {
  readonly drawing: Drawing;
  readonly title: string;
}

/** As wide as makes the names on a page of A4 as small as a footnote, and no smaller. */
const ORDER = { widthPx: 860, heightPx: 620, heightMostPx: 1000 } as const;

export async function* handoutPages(
  { store, Arrangement, home }: Surroundings,
  theme: Theme,
  areNotesWanted: boolean,
  work: Work,
): AsyncGenerator<HandoutPage> {
  const state = store.getState();
  const { history } = state;
  if (history === null) throw new Error('No history is open yet.');
  const scenes = shownScenes(state);
  const measure = createMeasure();
  const tokens = tokensOf(theme);
  const take = createStudio({ store, Arrangement });
  let page = 0;
  for await (const { scene, choices, taken } of drawScenes(
    scenes,
    take,
    { ...ORDER, theme },
    work,
  )) {
    page += 1;
    const words = sceneWords(scene, history.sources);
    yield {
      title: scene.title,
      drawing: makePage({
        words,
        picture: taken.picture,
        areNotesWanted,
        history: history.title,
        link: linkTo(home, choices),
        page,
        pages: scenes.length,
        tokens,
        measure,
      }),
    };
  }
}
