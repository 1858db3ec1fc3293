// Headless Chromium for checks and screenshots: the one that is installed, nothing is downloaded.
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const VIEWPORTS = {
  desktop: { width: 1280, height: 860 },
  phone: { width: 360, height: 740 },
  wall: { width: 1920, height: 1080 },
};

/** Runs what is given with a browser, and closes it in the end. */
export async function withBrowser(body) {
  const sandbox = process.getuid?.() !== 0;
  const browser = await chromium.launch({ executablePath, chromiumSandbox: sandbox, timeout: 60_000 });
  try {
    return await body(browser);
  } finally {
    await browser.close();
  }
}

/** Runs what is given with a new page; what the page says on its console, and what goes wrong in it, comes with it. */
export async function withPage(browser, options, body) {
  const context = await browser.newContext({
    viewport: VIEWPORTS.desktop,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.setDefaultTimeout(15_000);
  try {
    return await body(page, complaints);
  } finally {
    await context.close();
  }
}
