/*
 * What export needs to know of the page: sizes, filters in words, where links lead.
 * Knows: the page. Must not know: what is made.
 */
import { oneFile } from '../../base/oneFile.ts';
import type { Surroundings } from '../../export/takeAlong.ts';
import type { DrawsArrangement } from '../../ui/arrangement.ts';
import { chipsOf } from '../chips.ts';

/** The view's place on the page (App.tsx), whose size a picture takes. */
const VIEW = '[role="tabpanel"]';
const STRIP = '.statistics[data-shown]';
const LEAST = { widthPx: 960, heightPx: 540 };
const MOST = { widthPx: 1920, heightPx: 1080 };

/** What export needs from the page around it, as it is now. */
export function surroundings(
  store: Surroundings['store'],
  Arrangement: DrawsArrangement,
): Surroundings {
  const box = document.querySelector(VIEW)?.getBoundingClientRect();
  const strip = document.querySelector(STRIP);
  return {
    store,
    Arrangement,
    filterWords: (choices, history) => chipsOf(choices, history).map(({ words }) => words),
    home: homeAddress(),
    strip: strip instanceof HTMLElement ? strip : null,
    widthPx: Math.round(Math.min(MOST.widthPx, Math.max(LEAST.widthPx, box?.width ?? 0))),
    heightPx: Math.round(Math.min(MOST.heightPx, Math.max(LEAST.heightPx, box?.height ?? 0))),
  };
}

/**
 * Where links lead: a file that was made from a page leads back to that page. One without such a page leads to
 * a file of its name, wherever that lies: where it lies here is nobody's business.
 */
function homeAddress(): string {
  const home = oneFile()?.home ?? '';
  if (home !== '') return home;
  const here = location.href.replace(/#.*$/su, '');
  return location.protocol === 'file:' ? here.slice(here.lastIndexOf('/') + 1) : here;
}
