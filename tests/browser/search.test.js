// The search box, with what people type into it.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';

import { launch, reader } from './browser.js';
import { withoutData } from './claims.js';
import { LANGUAGES, demoOfItsOwn } from './register.js';

let register;
let browser;

before(async () => {
  [register, browser] = await Promise.all([demoOfItsOwn(), launch()]);
});
after(async () => {
  await browser?.close();
  await register?.stop();
});

async function search(page, language, words) {
  await page.goto(`${register.address}/${language}`);
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('searchbox').press('Enter');
  await page.waitForURL(/\/search\?/);
}

for (const language of LANGUAGES) {
  test(`a Spanish word without its accent finds a commitment, ${language}`, async () => {
    const page = await reader(browser);
    await search(page, language, 'educacion');
    assert.equal(await page.getByRole('searchbox').inputValue(), 'educacion');
    const hit = page.locator('.hits li', { has: page.locator('a[href*="/commitments/"]') }).first();
    assert.match(await hit.innerText(), /educación/i);
    const link = hit.locator('.row-title a');
    const title = await link.innerText();
    await link.click();
    await page.waitForURL(new RegExp(`/${language}/canada-mexico/commitments/`));
    assert.notEqual(title, '');
    await page.context().close();
  });

  test(`a search that finds nothing says what to try, ${language}`, async () => {
    const page = await reader(browser);
    await search(page, language, 'zzzzqq');
    assert.equal(await page.locator('.hits').count(), 0);
    assert.ok((await page.locator('main .notice').last().innerText()).length > 30);
    assert.equal(await page.getByRole('searchbox').inputValue(), 'zzzzqq');
    await page.context().close();
  });
}

test('results are narrowed to one kind, and all of them are of it', async () => {
  const page = await reader(browser);
  await search(page, 'fr', 'environnement');
  const choice = page.locator('.filters details').first().locator('a').nth(1);
  const kind = new URL(await choice.evaluate((link) => link.href)).searchParams.get('kind');
  await choice.click();
  await page.waitForURL(/kind=/);
  const kinds = await page.locator('.hits .row-title a').evaluateAll((links) =>
    links.map((link) => new URL(link.href).pathname.split('/')[3]),
  );
  assert.ok(kinds.length > 0);
  assert.deepEqual(new Set(kinds).size, 1, `asked for ${kind}, got ${[...new Set(kinds)]}`);
  await page.context().close();
});

test('whatever is typed is shown back as text and does no harm', async () => {
  const page = await reader(browser, { javaScriptEnabled: true });
  const dialogs = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  const odd = [
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' OR 1=1; --", '"', '&amp;',
    '"open', '(', 'AND OR NOT', '*', '~2', 'title:water', '+-!(){}[]^"~*?:\\/', '%', '%00', '☃ 🌵',
    '\u202Emexico', 'a'.repeat(200), '   ',
  ];
  for (const words of odd) {
    await search(page, 'en', words);
    assert.equal(await page.getByRole('searchbox').inputValue(), words, words);
    assert.equal(await page.locator('script, main img').count(), 0, words);
    const title = await page.locator('h1').innerText();
    if (words.trim()) assert.ok(title.includes(words.trim().slice(0, 20)), `${words}: ${title}`);
  }
  assert.deepEqual(dialogs, []);
  await page.context().close();
});

test('an address that nobody would write by hand is answered with a page', async () => {
  const odd = [
    '/en/search', '/en/search?q=%ff%fe', '/en/search?q=%00', '/en/search?q=a&page=-1',
    '/en/search?q=a&page=999999999999999999999', '/en/search?q=a&kind=nothing',
    `/en/search?q=${'a%20'.repeat(2_000)}`, '/en/search?nothing=at-all',
    '/en/search?q=a&q=b',
    '/en/canada-mexico/commitments?year=next', '/en/canada-mexico/commitments?body=%3Cb%3E',
    '/en/canada-mexico/commitments?page=0', '/en/canada-mexico/commitments?page=1e9',
    '/en/canada-mexico/commitments?year=2021&year=2022',
    '/en/canada-mexico/journal/registrar?before=-1',
    '/en/canada-mexico/journal/registrar?before=99999999999999999999',
    '/en/%ff', '/en/canada-mexico/%ff/%fe', '/%ff',
  ];
  for (const at of odd) {
    const response = await fetch(register.address + at);
    const body = await response.text();
    assert.match(String(response.status), /^(200|400|404)$/, at);
    assert.match(body, /<header class="top">/, `${at} is answered with a page, not: ${body.slice(0, 80)}`);
    assert.doesNotMatch(withoutData(body), /<script|<b>/, at);
  }
});
