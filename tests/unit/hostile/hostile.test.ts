import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import { parseDataset } from '../../../src/model/parse.ts';
import type { Dataset } from '../../../src/model/types.ts';
import type { HostileInput } from './hostileInput.ts';
import { hostileInputsPage } from './page.ts';
import { NETWORKS } from './inputs/networks.ts';
import { NO_HISTORY } from './inputs/noHistory.ts';
import { OWN_JSON } from './inputs/ownJson.ts';
import { TABLES } from './inputs/tables.ts';
import { TIMELINES } from './inputs/timelines.ts';
import { openHostile, type Outcome } from './open.ts';

const INPUTS: readonly HostileInput[] = [
  ...NO_HISTORY,
  ...OWN_JSON,
  ...TIMELINES,
  ...NETWORKS,
  ...TABLES,
];

it('is a table of more than eighty, each once', () => {
  expect(INPUTS.length).toBeGreaterThan(80);
  expect(new Set(INPUTS.map(({ what }) => what)).size).toBe(INPUTS.length);
});

describe('a hostile input', () => {
  it.each(INPUTS.map((input) => [input.what, input] as const))('%s', async (_what, input) => {
    const outcome = await openHostile(input);
    expect(seen(outcome)).toMatchObject(wanted(input));
    expect(await faultsOf(outcome, input)).toEqual([]);
  });
});

it('stands in the documentation as it is here', async () => {
  const page = await format(hostileInputsPage(INPUTS), { parser: 'markdown', printWidth: 100 });
  await expect(page).toMatchFileSnapshot('../../../docs/hostile-inputs.md');
});

/** What the outcome says, in the terms of the table. */
function seen(outcome: Outcome) {
  if ('refused' in outcome) {
    const { message, problems } = outcome.refused;
    return { refused: [message, ...problems.slice(0, 5).map(wordsOf)].join(' ') };
  }
  const { format: as, eventsTotal, actorsTotal, tiesTotal } = outcome.report;
  const { problems, notes, leftOut } = outcome.report;
  return {
    format: as.id,
    events: eventsTotal,
    actors: actorsTotal,
    ties: tiesTotal,
    leftOut: leftOut?.total ?? 0,
    says: [...problems.slice(0, 50).map(wordsOf), ...notes].join('\n'),
  };
}

function wanted({ gets }: HostileInput): Readonly<Record<string, unknown>> {
  const containing = (words: string): unknown => expect.stringContaining(words);
  if ('refused' in gets) return { refused: containing(gets.refused) };
  const { format: id, events, actors, ties, leftOut = 0, says } = gets;
  return {
    format: id,
    events,
    leftOut,
    ...(actors === undefined ? {} : { actors }),
    ...(ties === undefined ? {} : { ties }),
    ...(says === null ? {} : { says: containing(says) }),
  };
}

function wordsOf({
  place,
  found,
  expected,
  remedy,
}: {
  readonly place: string;
  readonly found: string;
  readonly expected: string;
  readonly remedy: string;
}): string {
  return `${place}: ${found}; ${expected}. ${remedy}`;
}

/** What is wrong with what was read, or with the program after it. */
async function faultsOf(outcome: Outcome, { gets }: HostileInput): Promise<readonly string[]> {
  const faults = Reflect.has({}, 'polluted') ? ['every object has got a new field'] : [];
  if ('refused' in outcome) return faults;
  const parsed = parseDataset(JSON.parse(outcome.json));
  if (!parsed.ok) return ['what was read cannot be read again'];
  const { dataset, warnings } = parsed.value;
  // Dates that cannot be read stay; everything else was mended before.
  const left = warnings.filter(({ remedy }) => !remedy.includes('kept as it stands'));
  const addresses = addressesOf(dataset).filter((address) => !/^https?:/iu.test(address));
  const engine = createLocalEngine(dataset, []);
  const { eventsTotal, extent } = await engine.dataset();
  return [
    ...faults,
    ...left.map(wordsOf),
    ...addresses.map((address) => `an address ${address.slice(0, 80)}`),
    ...('holds' in gets && !gets.holds(dataset) ? ['it does not hold what it should'] : []),
    ...(eventsTotal === dataset.events.length ? [] : ['the engine counts otherwise']),
    ...(extent.startMs < extent.endMs ? [] : ['it has no extent']),
  ];
}

function addressesOf({ sources = [], events }: Dataset): readonly string[] {
  return [
    ...sources.flatMap(({ url }) => url ?? []),
    ...events.flatMap(({ media = [] }) => media.map(({ url }) => url)),
  ];
}
