/*
 * Lets the references in a record lead elsewhere, or takes them out with as much around them as cannot stand
 * without them: an optional field, an item of a list, or the record itself.
 * Knows: marked fields. Must not know: which record it is, why.
 */
import type { MarkedField } from '../references.ts';
import { isRecord } from '../schemaPart.ts';

/** The id that takes the place of one; null takes the reference out. */
export type Rewriting = (id: string) => string | null;

const GONE = Symbol('gone');

/** The same record where nothing in it changes; null where it cannot stand without what was taken out. */
export function rewrite(
  record: object,
  fields: readonly MarkedField[],
  to: Rewriting,
): object | null {
  let rewritten: unknown = record;
  for (const field of fields) {
    rewritten = walk(rewritten, field, 0, to);
    if (rewritten === GONE) return null;
  }
  return isRecord(rewritten) ? rewritten : null;
}

function walk(value: unknown, field: MarkedField, depth: number, to: Rewriting): unknown {
  const { steps, removable } = field;
  const step = steps[depth];
  if (step === undefined) return typeof value === 'string' ? (to(value) ?? GONE) : value;
  if (step === null) {
    if (!Array.isArray(value)) return value;
    const items: readonly unknown[] = value;
    const walked = items.map((item) => walk(item, field, depth + 1, to));
    if (walked.every((item, i) => item === items[i])) return value;
    if (removable !== depth + 1 && walked.includes(GONE)) return GONE;
    const kept = walked.filter((item) => item !== GONE);
    // Plain ids stand in a list once each.
    return depth === steps.length - 1 ? [...new Set(kept)] : kept;
  }
  if (!isRecord(value) || value[step] === undefined) return value;
  const inner = walk(value[step], field, depth + 1, to);
  if (inner === value[step]) return value;
  const isNothing = inner === GONE || (Array.isArray(inner) && inner.length === 0);
  if (inner === GONE && removable !== depth + 1) return GONE;
  const { [step]: _before, ...rest } = value;
  // Where it stays, it stays in its place among the keys.
  return isNothing ? rest : { ...value, [step]: inner };
}
