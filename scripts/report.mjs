/** Reads how many tests ran out of the reports that the test runners write themselves. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {import('vitest/node').JsonTestResults} VitestReport
 * @typedef {import('@playwright/test/reporter').JSONReport} PlaywrightReport
 */

/** @type {Record<'vitest' | 'playwright', (file: string) => string>} what makes each write a report */
export const reporting = {
  vitest: (file) => `--reporter=default --reporter=json --outputFile.json=${file}`,
  // Playwright takes the file's name from the environment (reportVariable).
  playwright: () => '--reporter=list,json',
};

export const reportVariable = 'PLAYWRIGHT_JSON_OUTPUT_FILE';

/**
 * @param {string} file
 * @returns {Count} what the report says; nothing at all where a runner broke before it wrote one
 */
export function readCount(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report = /** @type {VitestReport | PlaywrightReport} */ (
    JSON.parse(readFileSync(file, 'utf8'))
  );
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
