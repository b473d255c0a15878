// Drafts as they are typed: the script keeps what is not saved, through crashes, without a connection
// and beside somebody else; without it the button saves as ever.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';

import { launch, reader } from './browser.js';
import { demoOfItsOwn } from './register.js';

/** More than the script waits between two times that it sends. */
const LATER_MS = 20_000;

let register;
let browser;
let password;

before(async () => {
  [register, browser] = await Promise.all([demoOfItsOwn(), launch()]);
  const page = await (await fetch(`${register.address}/en/sign-in`)).text();
  password = /Password of all<\/dt><dd><code>([^<]+)</.exec(page)[1];
});
after(async () => {
  await browser?.close();
  await register?.stop();
});

/** A browser of its own, signed in, with scripts, and a clock that the test moves. */
async function signedIn(who, options = {}) {
  const page = await reader(browser, { javaScriptEnabled: true, ...options });
  if (options.javaScriptEnabled !== false) await page.clock.install();
  await page.goto(`${register.address}/en/sign-in`);
  await page.fill('#mail', `${who}@demonstration.example`);
  await page.fill('#password', password);
  await page.click('form:has(#password) button');
  await page.waitForURL(`${register.address}/en/workspace`);
  return page;
}

/** A new draft of the Canadian side; its address. */
async function begun(page) {
  await page.goto(`${register.address}/en/workspace/canada-mexico/ca`);
  await page.getByRole('button', { name: 'Begin a new commitment' }).click();
  await page.waitForURL(/drafts\/[0-9a-z]{10}$/);
  return page.url();
}

/** Waits until the page says something, while its clock goes on. */
async function later(page, words) {
  const kept = page.locator('[data-kept-told]', { hasText: words });
  const said = kept.waitFor();
  await page.clock.runFor(LATER_MS);
  await said;
}

test('what is typed survives a browser that crashes', async () => {
  const page = await signedIn('officer.ca');
  const draft = await begun(page);
  await page.fill('#title-en', 'Count the herons');
  await later(page, 'What you typed is kept for you.');
  await page.context().close();
  const again = await signedIn('officer.ca');
  await again.goto(draft);
  assert.equal(await again.inputValue('#title-en'), 'Count the herons');
  assert.match(await again.textContent('main'), /This is what you typed on/);
  assert.doesNotMatch(await again.textContent('main'), /Earlier versions of this draft/);

  // A page that dies before anything was sent: the browser has it.
  await again.fill('#title-fr', 'Compter les hérons');
  const next = await again.context().newPage();
  await again.goto('chrome://crash').catch(() => {});
  await again.close();
  await next.goto(draft);
  assert.equal(await next.inputValue('#title-fr'), 'Compter les hérons');
  assert.match(await next.textContent('[data-kept-told]'), /is here again/);
  await later(next, 'What you typed is kept for you.');
  assert.deepEqual(await next.evaluate(() => Object.keys(localStorage)), [], 'the site has it now');

  await next.getByRole('button', { name: 'Save the draft' }).click();
  await next.waitForURL(/saved=yes/);
  assert.equal(await next.inputValue('#title-fr'), 'Compter les hérons');
  assert.doesNotMatch(await next.textContent('main'), /This is what you typed on/);
  assert.deepEqual(await next.evaluate(() => Object.keys(localStorage)), []);
  await next.context().close();
});

test('without a connection the page says so, and sends when there is one', async () => {
  const page = await signedIn('officer.ca');
  const draft = await begun(page);
  await page.context().setOffline(true);
  await page.fill('#title-es', 'Contar las garzas');
  await later(page, 'Not saved yet: there is no connection.');
  assert.equal(await page.locator('[data-kept-told]').getAttribute('role'), 'status');
  await page.context().setOffline(false);
  await later(page, 'What you typed is kept for you.');
  const again = await signedIn('officer.ca');
  await again.goto(draft);
  assert.equal(await again.inputValue('#title-es'), 'Contar las garzas');
  await again.context().close();
  await page.context().close();
});

test('two people in one draft lose nothing', async () => {
  const [officer, chair] = [await signedIn('officer.ca'), await signedIn('co-chair.ca')];
  const draft = await begun(officer);
  await chair.goto(draft);
  await officer.fill('#title-en', 'Feed the herons');
  await later(officer, 'What you typed is kept for you.');
  await chair.fill('#title-en', 'Draw the herons');
  await later(chair, 'What you typed is kept for you.');
  await chair.getByRole('button', { name: 'Save the draft' }).click();
  await chair.waitForURL(/saved=yes/);
  assert.match(await chair.textContent('main'), /not saved yet: Officer, Canada/);
  await officer.fill('#title-fr', 'Nourrir les hérons');
  await later(officer, 'Somebody of your side has saved this draft meanwhile.');
  await officer.goto(draft);
  assert.equal(await officer.inputValue('#title-en'), 'Draw the herons');
  await officer.getByRole('link', { name: 'Show what I typed' }).click();
  assert.equal(await officer.inputValue('#title-en'), 'Feed the herons');
  assert.equal(await officer.inputValue('#title-fr'), 'Nourrir les hérons');
  assert.equal(await officer.locator('.compared del').first().textContent(), 'Draw');
  await officer.getByRole('button', { name: 'Save the draft' }).click();
  await officer.waitForURL(/saved=yes/);
  assert.match(await officer.textContent('main'), /Version 2, written by Co-chair, Canada/);
  await officer.context().close();
  await chair.context().close();
});

test('what is left in a browser while somebody else saves is shown beside it', async () => {
  const page = await signedIn('officer.ca');
  const draft = await begun(page);
  await page.context().setOffline(true);
  await page.fill('#title-en', 'Ring the herons');
  const chair = await signedIn('co-chair.ca');
  await chair.goto(draft);
  await chair.fill('#title-en', 'Shoo the herons');
  await chair.getByRole('button', { name: 'Save the draft' }).click();
  await chair.waitForURL(/saved=yes/);
  await page.context().setOffline(false);
  await page.goto(draft);
  await page.getByRole('link', { name: 'Show what I typed' }).click();
  assert.equal(await page.inputValue('#title-en'), 'Ring the herons');
  await page.context().close();
  await chair.context().close();
});

test('without its script the button saves, and a session that has ended is told', async () => {
  const page = await signedIn('officer.ca', { javaScriptEnabled: false });
  const draft = await begun(page);
  await page.fill('#title-en', 'Count by hand');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  assert.equal(page.url(), `${draft}?saved=yes`);
  assert.equal(await page.inputValue('#title-en'), 'Count by hand');
  await page.context().close();

  const other = await signedIn('officer.ca');
  await other.goto(draft);
  await other.context().clearCookies();
  await other.fill('#title-en', 'Count in the dark');
  await later(other, 'Not saved yet: your session has ended.');
  await other.context().close();
});

test('only the page of a draft lets its script run and send', async () => {
  const page = await signedIn('officer.ca');
  const draft = await begun(page);
  const policy = async (address) => {
    const [answer] = await Promise.all([page.waitForResponse(address), page.goto(address)]);
    return (await answer.allHeaders())['content-security-policy'];
  };
  assert.match(await policy(draft), /default-src 'none'; script-src 'self'; connect-src 'self';/);
  for (const path of ['/en/workspace/canada-mexico/ca', '/en/workspace/waits', '/en']) {
    assert.doesNotMatch(await policy(register.address + path), /script-src|connect-src/, path);
  }
  await page.context().close();
});
