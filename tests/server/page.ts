/*
 * The built page in a browser, for the tests of this folder.
 * Knows: where it is built, how a browser is found. Must not know: databases.
 */
import { chromium, expect, type Page } from '@playwright/test';
import { preview } from 'vite';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';

export interface Site {
  /** The page's own address. */
  readonly home: string;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** As long as the browser tests wait: this only stops what would wait for ever. */
export const seen = expect.configure({ timeout: 30_000 });

export async function openSite(): Promise<Site> {
  const site = await preview({ preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...browserFlags],
    env: { ...process.env, ...env },
  });
  return {
    home: site.resolvedUrls?.local[0] ?? '',
    async newPage() {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      return context.newPage();
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
