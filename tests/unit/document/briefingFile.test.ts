/** A briefing as a file, out and in again. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBriefing, writeBriefing } from '../../../src/document/briefingFile.ts';
import type { Dataset } from '../../../src/model/types.ts';

const bundled = readFileSync('public/datasets/weprotect.json', 'utf8');
const { scenes = [] } = JSON.parse(bundled) as Dataset;

describe('a briefing as a file', () => {
  test('comes back as it went out', () => {
    expect(scenes.length).toBeGreaterThan(5);
    expect(readBriefing(writeBriefing('A title', scenes))).toEqual({
      ok: true,
      value: { scenes, problems: [] },
    });
  });

  test('is read out of a whole history too', () => {
    const read = readBriefing(bundled);
    expect(read.ok && read.value.scenes).toEqual(scenes);
  });

  test('keeps the good scenes and says what was wrong with the others', () => {
    const read = readBriefing(
      JSON.stringify([{ id: 'a', title: 'A', view: 'v=1', plannedSeconds: -5 }, { id: 'b' }]),
    );
    expect(read.ok && read.value.scenes).toEqual([{ id: 'a', title: 'A', view: 'v=1' }]);
    expect(read.ok && read.value.problems.map(({ place }) => place)).toEqual([
      'scenes[0].plannedSeconds',
      'scenes[1].title',
    ]);
  });

  test.each([
    ['no JSON at all', /no JSON/],
    ['{"events": []}', /nothing stands where "scenes"/],
    ['42', /42 stands where/],
    ['[{"id": 1}]', /None of the scenes/],
  ])('%s is refused in words', (text, words) => {
    const read = readBriefing(text);
    expect(read.ok ? '' : read.error).toMatch(words);
  });
});
