// A reader goes from the home page to a commitment, to its passage, and back; without scripts.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';

import { isInView, launch, reader } from './browser.js';
import { LANGUAGES, WITHOUT_DOCUMENTS, demoOfItsOwn } from './register.js';

let register;
let browser;

before(async () => {
  [register, browser] = await Promise.all([demoOfItsOwn(), launch()]);
});
after(async () => {
  await browser?.close();
  await register?.stop();
});

/** Goes from the home page to the first commitment that one filter leaves. */
async function toACommitment(page, language) {
  const home = `/${language}`;
  const partnership = `${home}/canada-mexico`;
  await page.goto(register.address + home);

  await page.locator(`main a[href="${partnership}"]`).first().click();
  await page.waitForURL(register.address + partnership);

  await page.locator(`header.top a[href="${partnership}/commitments"]`).click();
  await page.waitForURL(`${register.address}${partnership}/commitments`);
  const all = await total(page);

  const ofPillars = page.locator('a[href*="pillar="]');
  const filter = page.locator('.filters details', { has: ofPillars });
  assert.equal(await filter.getAttribute('open'), null, 'the filter is closed at first');
  await filter.locator('summary').click();
  const choice = filter.locator('a').first();
  const expected = Number(await choice.locator('.count').innerText());
  await choice.click();
  await page.waitForURL(/\/commitments\?/);
  assert.equal(await total(page), expected, 'the filter leaves as many as it said');
  assert.ok(expected < all, 'the filter leaves fewer than all');

  const line = page.locator('.found .row-title a').first();
  const title = await line.innerText();
  await line.click();
  await page.waitForURL(/\/commitments\/[0-9a-z]{10}$/);
  assert.equal(await page.locator('h1').innerText(), title);
  assert.notEqual((await page.locator('.said').first().innerText()).trim(), '', 'it has a wording');
  return title;
}

async function total(page) {
  return Number(/\d+/.exec(await page.locator('.total').innerText())[0]);
}

for (const language of LANGUAGES) {
  test(`a reader gets from home through a filter to a commitment, ${language}`, async () => {
    const page = await reader(browser);
    await toACommitment(page, language);
    assert.match(await page.locator('html').getAttribute('lang'), new RegExp(`^${language}-`));
    await page.context().close();
  });

  test(
    `a commitment leads to its passage in the document, and the mark leads back, ${language}`,
    { skip: WITHOUT_DOCUMENTS },
    async () => {
      const page = await reader(browser);
      const title = await toACommitment(page, language);
      const commitment = new URL(page.url()).pathname;

      await page.locator('.source a[href*="#"]').first().click();
      await page.waitForURL(/\/documents\/[0-9a-z]{10}(\?page=\d+)?#/);
      assert.ok(new URL(page.url()).pathname.startsWith(`/${language}/`), 'the language is kept');
      const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
      const place = page.locator(`[id="${anchor}"]`);
      assert.equal(await place.count(), 1, 'the page has the place that the link names');

      const mark = page.locator(`[id="${anchor}"] ~ mark`).first();
      assert.ok(await isInView(mark), 'the marked passage is in view');

      // Where passages overlap, the mark leads to one of the records and the margin to all.
      const paragraph = page.locator('.para', { has: place });
      await paragraph.locator(`a[href="${commitment}"]`).first().click();
      await page.waitForURL(register.address + commitment);
      assert.equal(await page.locator('h1').innerText(), title);
      await page.context().close();
    },
  );
}

test('every mark in a document leads to the record that rests on it', { skip: WITHOUT_DOCUMENTS }, async () => {
  const page = await reader(browser);
  await page.goto(`${register.address}/en/canada-mexico/documents`);
  await page.locator('.row-title a').first().click();
  await page.waitForURL(/\/documents\/[0-9a-z]{10}$/);
  const here = new URL(page.url()).pathname;
  const marks = await page.locator('mark a').evaluateAll((links) => links.map((link) => link.href));
  assert.ok(marks.length > 0, 'there are marks');
  for (const address of new Set(marks)) {
    await page.goto(address);
    const sources = page.locator(`.source a[href^="${here}"]`);
    assert.ok((await sources.count()) > 0, `${address} names the document as its source`);
  }
  await page.context().close();
});

test('the choice of language leads to the same page, and is remembered', async () => {
  const page = await reader(browser);
  const places = [
    '', '/about', '/search?q=agua', '/canada-mexico', '/canada-mexico/commitments?year=2021',
    '/canada-mexico/commitments?year=2021&page=2', '/canada-mexico/people',
    '/canada-mexico/journal/registrar/7', '/nothing/here',
  ];
  for (const place of places) {
    await page.goto(`${register.address}/en${place}`);
    for (const language of ['es', 'fr', 'en']) {
      await page.locator(`.languages a[hreflang="${language}"]`).click();
      await page.waitForURL(`${register.address}/${language}${place}`);
      assert.match(await page.locator('html').getAttribute('lang'), new RegExp(`^${language}-`));
      const current = page.locator('.languages a[aria-current]');
      assert.equal(await current.getAttribute('hreflang'), language);
    }
  }

  for (const language of ['fr', 'es']) {
    await page.goto(`${register.address}/en/about`);
    await page.locator(`.languages a[hreflang="${language}"]`).click();
    await page.waitForURL(`${register.address}/${language}/about`);
    await page.goto(`${register.address}/`);
    assert.equal(page.url(), `${register.address}/${language}`);
  }
  await page.context().close();
});

test('a reader who chose no language gets that of the browser, or English', async () => {
  for (const [locale, language] of [['fr-CA', 'fr'], ['es-MX', 'es'], ['en-GB', 'en'], ['de-DE', 'en']]) {
    const page = await reader(browser, { locale });
    await page.goto(`${register.address}/`);
    assert.equal(page.url(), `${register.address}/${language}`, locale);
    await page.context().close();
  }
});
