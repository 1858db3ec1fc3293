// node page-checks.mjs ADDRESS: looks at the live page. What has to happen to its data meanwhile is asked for on stdout
// ("do: figures") and answered on stdin; src/test/java/.../PageIT does it.
import assert from 'node:assert/strict';
import readline from 'node:readline';
import { VIEWPORTS, withBrowser, withPage } from './browser.mjs';

const [address] = process.argv.slice(2);
const answers = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function have(what) {
  console.log(`do: ${what}`);
  const { value } = await answers.next();
  assert.equal(value, `done: ${what}`);
}

const ok = (name) => console.log(`ok - ${name}`);
const text = (page, selector) => page.locator(selector).innerText();
const see = (page, selector, what) => page.locator(selector, { hasText: what }).first().waitFor();

async function noOverflow(page, name) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= room, `${name}: ${wide} px wide in ${room}`);
  ok(`${name} has nothing beyond its edge`);
}

async function live(page, complaints) {
  await page.goto(`${address}?lang=en`);
  await see(page, '.banner', '63% read');
  ok('while the topics are read the page says how far');
  await have('figures');
  await see(page, '[data-key="NPS_TODAY"]', '+44');
  await page.locator('[data-key="banner"]').waitFor({ state: 'detached' });
  assert.equal(await page.locator('[data-list="tiles"] > li').count(), 6);
  assert.match(await text(page, '.alertline'), /No open alerts/);
  ok('figures appear without loading the page anew');

  // What is opened and where the focus is stay as they are when data come.
  await page.locator('[data-key="CUSTOMER/return"] summary').first().focus();
  await page.keyboard.press('Enter');
  await see(page, '[data-key="CUSTOMER/return"] .panel', 'voc.journey-nps.v1');
  await have('change');
  await see(page, '[data-key="CUSTOMER/return"] .num', '+5.0');
  assert.ok(await page.locator('[data-key="CUSTOMER/return"] details').first().evaluate((it) => it.open));
  assert.ok(await page.evaluate(() => document.activeElement.closest('[data-key="CUSTOMER/return"]') !== null));
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('details[open]').count(), 0);
  ok('a number opens by keyboard, stays open when data come, and closes with Escape');

  await have('events');
  await see(page, '.alertline', 'Lost in mail: NPS dropped');
  await see(page, '[data-key="CUSTOMER/lost-in-mail"] .pill', 'Dropped');
  assert.equal(await page.locator('.alertline').getAttribute('aria-live'), 'polite');
  assert.equal(await page.locator('[aria-live]').count(), 1);
  assert.match(await text(page, '.timeline li:first-child'), /Dropped.*Lost in mail/s);
  assert.match(await text(page, '.timeline'), /Agents order for the customer/);
  ok('a drop appears in the line, the table and the timeline');

  const name = page.locator('[data-list="journeys"] bdi', { hasText: '<script>' });
  assert.match(await name.innerText(), /^<script>alert\('x'\)<\/script>/);
  assert.equal(await page.locator('main script').count(), 0);
  ok('a hostile name is text');

  assert.match(await text(page, '[data-list="steering.today"]'), /Nothing has been told of day steering yet/);
  await have('steering');
  await see(page, '[data-list="steering.today"] [data-key="CUSTOMER_SERVICE"] .actual', '5,406');
  for (const table of ['today', 'hour', 'day']) {
    assert.equal(await page.locator(`[data-list="steering.${table}"] > tr`).count(), 5, table);
    assert.match(await text(page, `.steering .${table} caption`), /2[89] Nov|17:00/);
  }
  assert.match(await text(page, '[data-list="steering.today"] [data-key="CUSTOMER_SERVICE"] .stands'), /Adjust/);
  assert.match(await text(page, '[data-list="steering.today"] [data-key="SALES"] .stands'), /Ready/);
  assert.match(await text(page, '.reasons'), /Customer service · Phone.*313 contacts too many.*30 Nov 08:00–12:00/s);
  const partner = page.locator('.reasons bdi');
  assert.match(await partner.innerText(), /^<script>alert\('x'\)<\/script>/);
  assert.equal(await page.locator('main script').count(), 0);
  ok('day steering appears with its reasons, and a hostile service partner is text');

  await page.locator('[data-list="steering.hour"] [data-key="CUSTOMER_SERVICE"] summary').focus();
  await page.keyboard.press('Enter');
  await have('next hour');
  await see(page, '[data-list="steering.hour"] [data-key="CUSTOMER_SERVICE"] .actual', '433');
  await see(page, '.steering .hour caption', '18:00–19:00');
  assert.ok(await page.locator('[data-list="steering.hour"] [data-key="CUSTOMER_SERVICE"] details').evaluate((it) => it.open));
  await see(page, '[data-list="steering.hour"] [data-key="CUSTOMER_SERVICE"] .panel', 'voc.day-steering.v1');
  await page.keyboard.press('Escape');
  ok('the next hour takes the place of the one before, and what is open stays open');

  await page.evaluate(() => {
    const inline = document.createElement('script');
    inline.textContent = 'window.broken = true';
    document.body.append(inline);
  });
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.equal(complaints.filter((each) => /Content Security Policy/.test(each)).length, 1);
  complaints.length = 0;
  ok('the policy keeps inline scripts from running');

  await have('stale');
  await see(page, '.banner.stale', 'stood still');
  assert.doesNotMatch(await text(page, '.age'), /Live/);
  ok('data that stand still are told');
  assert.deepEqual(complaints, []);
  ok('the console has nothing to say');
}

async function keyboard(page) {
  await page.goto(`${address}?lang=en`);
  const reached = [];
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement.textContent.trim().slice(0, 20)));
  }
  assert.deepEqual(reached.slice(0, 4), ['To the journeys', 'NL', 'EN', 'Wall']);
  assert.ok(reached.some((each) => each.includes('+44')), reached.join(', '));
  const landmarks = await page.evaluate(() =>
    ['header', 'nav', 'main', 'footer'].map((each) => document.querySelectorAll(each).length),
  );
  assert.deepEqual(landmarks, [1, 1, 1, 1]);
  assert.ok((await page.locator('th[scope]').count()) > 10);
  ok('the way by keyboard goes from the top through the figures');
}

await withBrowser(async (browser) => {
  await withPage(browser, {}, live);
  await withPage(browser, {}, keyboard);
  for (const [name, viewport] of Object.entries(VIEWPORTS)) {
    for (const colorScheme of ['light', 'dark']) {
      await withPage(browser, { viewport, colorScheme, locale: 'nl-NL' }, async (page, complaints) => {
        await page.goto(address + (name === 'wall' ? '?wall' : ''));
        assert.match(await text(page, '.journeys h2'), /Klantreizen/);
        await noOverflow(page, `${name}, ${colorScheme}`);
        if (name === 'wall') {
          const size = await page.locator('.tile .value').first().evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
          assert.ok(size >= 48, `${size} px`);
          const [tall, room] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
          assert.ok(tall <= room, `${tall} px tall in ${room}`);
        }
        assert.deepEqual(complaints, []);
      });
    }
  }
  await withPage(browser, { viewport: VIEWPORTS.wall, locale: 'nl-NL' }, async (page) => {
    await page.goto(`${address}?wall=steering`);
    for (const table of ['today', 'hour', 'day']) await page.locator(`.steering .${table}`).waitFor();
    await page.locator('.reasons').waitFor();
    assert.ok(!(await page.locator('.journeys').isVisible()));
    const [tall, room] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
    assert.ok(tall <= room, `${tall} px tall in ${room}`);
    await noOverflow(page, 'a wall of day steering');
  });
  ok('a wall is one screen, in figures that can be read from afar');
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${address}?lang=en`);
    assert.match(await text(page, '[data-key="NPS_TODAY"]'), /\+44/);
    await page.locator('[data-key="NPS_TODAY"] summary').click();
    assert.match(await text(page, '[data-key="NPS_TODAY"] .panel'), /voc\.journey-nps\.v1/);
    assert.match(await text(page, '.steering .today'), /Customer service/);
    assert.match(await text(page, 'footer'), /loads itself anew/);
    ok('without JavaScript everything can be read and opened');
  });
});
// What still listens (standard input) must not keep the process.
process.exit(0);
