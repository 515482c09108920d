/*
 * The briefing for slides: what each says and shows.
 * Knows: scenes, the studio. Must not know: the file's format.
 */
import type { Theme } from '../picture/takePicture.ts';
import { pictureDrawing } from '../sheet/pictureDrawing.ts';
import { altText } from '../slides/altText.ts';
import type { SlideInput } from '../slides/slidesFile.ts';
import { createStudio } from '../studio.tsx';
import { linkTo, type Surroundings, type Work } from '../takeAlong.ts';
import { drawScenes, shownScenes } from './drawScenes.ts';
import { plainText } from './plainText.ts';
import { sceneWords } from './sceneWords.ts';

/** Small enough that names can be read from the room. */
const ORDER = { widthPx: 760, heightPx: 552, heightMostPx: 900 } as const;

export async function* deckSlides(
  { store, Arrangement, home, filterWords }: Surroundings,
  theme: Theme,
  work: Work,
): AsyncGenerator<SlideInput> {
  const state = store.getState();
  const { history } = state;
  if (history === null) throw new Error('No history is open yet.');
  const take = createStudio({ store, Arrangement });
  const drawn = drawScenes(shownScenes(state), take, { ...ORDER, theme }, work);
  for await (const { scene, choices, taken } of drawn) {
    yield {
      words: sceneWords(scene, history.sources),
      notes: plainText(scene.notes),
      drawing: pictureDrawing(taken.picture),
      altText: altText(taken.state, filterWords(taken.state.choices, history)),
      link: linkTo(home, choices),
    };
  }
}
