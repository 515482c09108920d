/*
 * What only those need who change a history or take it away whole: fetched when the first of them asks.
 * Knows: edits, plans, the text of a file. Must not know: engines.
 */
export { canonicalBytes } from '../../model/canonicalJson.ts';
export { applyEdit } from '../../model/edits/applyEdit.ts';
export { planOf } from '../../model/edits/plans.ts';
