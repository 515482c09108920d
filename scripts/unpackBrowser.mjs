/**
 * Unpacks the browser of @sparticuz/chromium into the temporary folder, its libraries too if it
 * believes itself to be on AWS Lambda: scripts/browser.mjs runs this with both set as it needs them.
 */
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
