/*
 * The app's own worker, unchanged, which tells beside each answer how long the engine took.
 * Must not know: questions and answers.
 */
// oxlint-disable-next-line import/no-unassigned-import -- it changes what leaves this worker
import './stampAnswers.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a boot: it is imported for what it does
import '../../../src/worker.ts';
