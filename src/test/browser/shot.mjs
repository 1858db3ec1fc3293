// node shot.mjs ADDRESS FILE [desktop|phone|wall] [light|dark]: a screenshot of what is seen without scrolling.
import { VIEWPORTS, withBrowser, withPage } from './browser.mjs';

const [address, file, viewport = 'desktop', colorScheme = 'light'] = process.argv.slice(2);
if (!address || !file || !VIEWPORTS[viewport]) {
  console.error('usage: node shot.mjs ADDRESS FILE [desktop|phone|wall] [light|dark]');
  process.exit(2);
}
await withBrowser((browser) =>
  withPage(browser, { viewport: VIEWPORTS[viewport], colorScheme }, async (page, complaints) => {
    // A page that listens to events never falls silent, so the network is not waited for.
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForTimeout(1500);
    await page.screenshot({ path: file });
    complaints.forEach((complaint) => console.log(complaint));
  }),
);
