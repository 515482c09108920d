/*
 * A briefing as a file: the `scenes` of a dataset, alone or in a whole one.
 * Knows: the dataset's schema and what it mends. Must not know: how a file is saved or picked.
 */
import { describe, ProblemList } from '../model/problems.ts';
import { readRecords } from '../model/records.ts';
import { sceneSchema } from '../model/schema.ts';
import { isRecord } from '../model/schemaPart.ts';
import type { Problem, Scene } from '../model/types.ts';
import { fail, ok, type Result } from '../base/result.ts';

/** More than anyone tells; a file from a stranger may hold a million. */
const SCENES_READ_LIMIT = 500;

export interface ReadScenes {
  readonly scenes: readonly Scene[];
  /** What was left out or cut. */
  readonly problems: readonly Problem[];
}

/** JSON that a dataset's `scenes` can be copied from, and that `readBriefing` reads back. */
export function writeBriefing(title: string, scenes: readonly Scene[]): string {
  return `${JSON.stringify({ version: 1, title, scenes }, null, 2)}\n`;
}

/** Reads a briefing, or the scenes of a whole dataset. Fails in words. */
export function readBriefing(text: string): Result<ReadScenes, string> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail('This file is no JSON. A briefing that was downloaded here ends in .json.');
  }
  const list: unknown = isRecord(value) ? value['scenes'] : value;
  if (!Array.isArray(list)) {
    return fail(
      `This file holds no list of scenes: ${describe(list)} stands where "scenes": [ … ] belongs.`,
    );
  }
  const read = readScenes(list);
  if (read.scenes.length === 0 && list.length > 0) {
    return fail(`None of the scenes in this file can be read: ${wordsOf(read.problems[0])}`);
  }
  return ok(read);
}

/** Scenes from anywhere: bad ones are left out, bad fields mended, each with a problem. */
export function readScenes(value: readonly unknown[]): ReadScenes {
  const problems = new ProblemList();
  const { items } = readRecords(
    'scenes',
    'scene',
    sceneSchema,
    value.slice(0, SCENES_READ_LIMIT),
    problems,
  );
  return { scenes: items, problems: problems.kept };
}

export function wordsOf(problem: Problem | undefined): string {
  if (problem === undefined) return '';
  return `${problem.place}: ${problem.found}, where ${problem.expected} was expected.`;
}
