/**
 * Measures facets: one organisation chosen and let go again, the themes, places and kinds of what is left
 * counted, the first hundred of it listed. Each page asks its own library, without drawing anything; what all
 * of them answer must be the same.
 */
import { addressOfPage } from './site.mjs';
import { MILLION, SIZES } from './sizes.mjs';
import { TooSlow, visit } from './visit.mjs';

/** @typedef {import('./histories.ts').Choice} Choice */
/** @typedef {import('./peers/facets/facets.js').Answer} Answer */
/** @typedef {import('./visit.mjs').Tools} Tools */

/**
 * @typedef {object} FacetSubject
 * @property {string} name
 * @property {number} events
 * @property {string} address relative to the peers' server
 */

/**
 * Times in milliseconds: of the organisation in most events, and of one in few.
 * @typedef {object} FacetSample
 * @property {number[]} load from navigation until it can answer
 * @property {number[]} mostOn
 * @property {number[]} mostOff
 * @property {number[]} fewOn
 * @property {number[]} fewOff
 * @property {number[]} engineMost of Threadline: the engine's own part of mostOn
 * @property {number[]} engineFew
 * @property {number} mostMatches
 * @property {number} fewMatches
 * @property {number} bytes
 * @property {import('./weights.mjs').Weight} weight
 */

/** @typedef {import('./results.mjs').Result<FacetSubject, FacetSample>} FacetResult */

/** Each is asked so often, or as often as fits into the time; at least twice. */
const TIMES = 20;
const ASKING_MS = 4000;
/** Longer than this nobody waits for an answer. */
const ANSWER_MS = 20_000;

const ALL_SIZES = [...SIZES, MILLION];
const NAMES = [
  { name: 'Threadline', page: 'threadline' },
  { name: 'crossfilter2', page: 'crossfilter2' },
  { name: 'arquero', page: 'arquero' },
  { name: 'DuckDB-Wasm', page: 'duckdb-wasm' },
];

export const FACET_PAGES = NAMES.map(({ page }) => ({
  kind: /** @type {const} */ ('facets'),
  name: page,
}));

/**
 * @param {readonly number[]} sizes
 * @returns {FacetSubject[]}
 */
export function facetSubjects(sizes) {
  return NAMES.flatMap(({ name, page }) =>
    ALL_SIZES.filter((events) => sizes.includes(events)).map((events) => ({
      name,
      events,
      address: `${addressOfPage({ kind: 'facets', name: page })}?events=${events}`,
    })),
  );
}

/**
 * @param {Tools} tools
 * @param {FacetSubject} subject
 * @param {Choice} choice
 * @param {Map<number, string>} answers by the number of events: what the first answered, to hold the others to
 * @returns {Promise<FacetSample>}
 */
export function measureFacets(tools, subject, choice, answers) {
  const address = tools.site.addresses.peers + subject.address;
  return visit(tools, address, { first: 'load' }, async ({ page, loadMs, weight, bytesInUse }) => {
    /** @param {number | null} organisation @returns {Promise<{ tookMs: number, answer: Answer }>} */
    const ask = (organisation) =>
      inTime(
        page.evaluate((value) => {
          const { bench } =
            /** @type {{ bench: (organisation: number | null) => Promise<{ tookMs: number, answer: Answer }> }} */ (
              /** @type {unknown} */ (globalThis)
            );
          return bench(value);
        }, organisation),
      );
    const most = await toggle(ask, choice.most.organisation);
    const few = await toggle(ask, choice.few.organisation);
    holdTo(answers, subject, [most.answer, few.answer, few.all]);
    if (most.answer.matched !== choice.most.matches || few.answer.matched !== choice.few.matches) {
      throw new Error(`${subject.name} finds other numbers than there are.`);
    }
    return {
      load: [loadMs],
      mostOn: most.on,
      mostOff: most.off,
      fewOn: few.on,
      fewOff: few.off,
      engineMost: most.engine,
      engineFew: few.engine,
      mostMatches: most.answer.matched,
      fewMatches: few.answer.matched,
      bytes: await bytesInUse(),
      weight,
    };
  });
}

/**
 * @param {(organisation: number | null) => Promise<{ tookMs: number, answer: Answer }>} ask
 * @param {number} organisation
 */
async function toggle(ask, organisation) {
  /** @type {number[]} */
  const on = [];
  /** @type {number[]} */
  const off = [];
  /** @type {number[]} */
  const engine = [];
  const endMs = performance.now() + ASKING_MS;
  // Once beforehand: what is only made ready with the first question is no part of the others.
  let { answer } = await ask(organisation);
  let { answer: all } = await ask(null);
  while (on.length < 2 || (on.length < TIMES && performance.now() < endMs)) {
    const chosen = await ask(organisation);
    on.push(chosen.tookMs);
    if (chosen.answer.engineMs !== undefined) engine.push(chosen.answer.engineMs);
    const free = await ask(null);
    off.push(free.tookMs);
    ({ answer } = chosen);
    ({ answer: all } = free);
  }
  return { on, off, engine, answer, all };
}

/**
 * Fails where the answers are not those that were given before.
 * @param {Map<number, string>} answers
 * @param {FacetSubject} subject
 * @param {readonly Answer[]} given
 */
function holdTo(answers, { name, events }, given) {
  const text = JSON.stringify(
    given.map(({ matched, themes, places, kinds, firstMinutes }) => ({
      matched,
      themes,
      places,
      kinds,
      firstMinutes,
    })),
  );
  const before = answers.get(events) ?? text;
  if (before !== text) {
    let at = 0;
    while (text[at] === before[at]) at += 1;
    const from = Math.max(0, at - 60);
    throw new Error(
      `${name} answers otherwise at ${events} events: ${text.slice(from, at + 60)} and not ${before.slice(from, at + 60)}`,
    );
  }
  answers.set(events, text);
}

/**
 * @template T
 * @param {Promise<T>} answer
 * @returns {Promise<T>}
 */
function inTime(answer) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new TooSlow(`an answer did not come within ${ANSWER_MS / 1000} s`));
    }, ANSWER_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
