/**
 * What the page asks of the bundled history before its first picture stands, with the answers: by the
 * page's own store and the engine of its worker. Run by scripts/firstPicture.ts while the page is built.
 */
import { createLocalEngine } from '../src/engine/local/localEngine.ts';
import type { FirstAnswers } from '../src/engine/firstAnswers.ts';
import { readText } from '../src/formats/readText.ts';
import { createAppStore } from '../src/state/store.ts';

/** Any will do: the answer is used only where it is the same at all widths. */
const WIDTH_PX = 1000;
/** In characters of JSON; more than this would come slower than it is asked for. */
const MOST = 100_000;

/** FirstAnswers as JSON; null where the answers are not the same at every width, or are more than a page should bring along. */
export async function firstAnswers(text: string): Promise<string | null> {
  const read = readText(text);
  if (!read.ok) throw new Error(`The bundled history: ${read.error.message}`);
  const engine = createLocalEngine(read.value.dataset, read.value.warnings);
  const found: { -readonly [Name in keyof FirstAnswers]?: FirstAnswers[Name] } = {};
  const store = createAppStore({
    clock: { now: () => 0, nextFrame: () => undefined },
    openSource: () =>
      Promise.resolve({
        ok: true,
        value: {
          ...engine,
          async dataset() {
            return (found.dataset = await engine.dataset());
          },
          async facets(question) {
            const answer = await engine.facets(question);
            found.facets = { question, answer };
            return answer;
          },
          async timeline(question) {
            const answer = await engine.timeline(question);
            found.timeline = { question, answer };
            return answer;
          },
          async statistics(question) {
            const answer = await engine.statistics(question);
            found.statistics = { question, answer };
            return answer;
          },
        },
      }),
  });
  store.getState().setTimelineWidth(WIDTH_PX);
  const answered = new Promise<void>((resolve) => {
    store.subscribe(({ facets, timeline, overview }) => {
      if (facets !== null && timeline !== null && overview !== null) resolve();
    });
  });
  store.getState().open({ url: 'https://example.org/', isBundled: true });
  await answered;
  const { dataset, facets, timeline, statistics } = found;
  if (!dataset || !facets || !timeline || !statistics) throw new Error('Something was not asked.');
  // What is drawn as density depends on the width that it is drawn on.
  if (timeline.answer.bins.length > 0) return null;
  const json = writeJson({ dataset, facets, timeline, statistics } satisfies FirstAnswers);
  return json.length > MOST ? null : json;
}

/** Times may have no end: what JSON has no word for it has a number for that is too large to be held. */
function writeJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part === Infinity || part === -Infinity ? `<${String(part)}>` : part,
  )
    .replaceAll('"<Infinity>"', '1e999')
    .replaceAll('"<-Infinity>"', '-1e999');
}
