// node page-pictures.mjs ADDRESS FOLDER: the pictures of docs/page.md.
import { VIEWPORTS, withBrowser, withPage } from './browser.mjs';

const [address, folder] = process.argv.slice(2);
const PICTURES = [
  ['page-desk', '?lang=en', { viewport: { width: 1280, height: 880 }, deviceScaleFactor: 0.7 }],
  ['page-steering', '?lang=en', { viewport: { width: 1280, height: 1000 }, deviceScaleFactor: 0.8 }, '.steering'],
  ['page-wall', '?lang=nl&wall', { viewport: VIEWPORTS.wall, deviceScaleFactor: 0.5 }],
  ['page-phone', '?lang=nl', { viewport: VIEWPORTS.phone, colorScheme: 'dark' }],
];
await withBrowser(async (browser) => {
  for (const [name, query, options, part] of PICTURES) {
    await withPage(browser, options, async (page) => {
      await page.goto(address + query);
      await (part ? page.locator(part) : page).screenshot({ path: `${folder}/${name}.png` });
    });
  }
});
