import type { Page } from '@playwright/test';

/** Ends the page's process in the middle of whatever it does. */
export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  // It never arrives.
  page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  await page.close();
}
