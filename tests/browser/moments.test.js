// The register of another day is chosen without script and carried by every link.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';

import { NARROW, isInView, launch, reader } from './browser.js';
import { LANGUAGES, demoOfItsOwn } from './register.js';

/** What the notice above a page of another day says. */
const NOTICES = {
  en: /You see what the register knows of the time up to November 25, 2021\./,
  fr: /Vous voyez ce que le registre sait de la période allant jusqu’au 25 novembre 2021\./,
  es: /Usted ve lo que el registro sabe del tiempo hasta el 25 de noviembre de 2021\./,
};

let register;
let browser;

before(async () => {
  [register, browser] = await Promise.all([demoOfItsOwn(), launch()]);
});
after(async () => {
  await browser?.close();
  await register?.stop();
});

for (const language of LANGUAGES) {
  test(`a day is chosen on a telephone, kept by links and left again, ${language}`, async () => {
    const page = await reader(browser, { viewport: NARROW });
    const list = `${register.address}/${language}/canada-mexico/commitments`;
    await page.goto(`${list}?lens=youth`);
    const today = await page.locator('.total').innerText();
    assert.ok(!(await page.locator('#on').isVisible()), 'the form is folded away at first');
    await page.locator('.moment summary').click();
    await page.locator('#on').fill('2021-11-25');
    await page.locator('.moment button').click();
    await page.waitForURL(/lens=youth/);
    assert.equal(new URL(page.url()).searchParams.get('on'), '2021-11-25');
    assert.match(await page.locator('.notice.of-moment').innerText(), NOTICES[language]);
    const then = await page.locator('.total').innerText();
    assert.notEqual(then, today, 'there was less then');
    await page.locator('.found .row-title a').first().click();
    await page.waitForURL(/\/commitments\/[0-9a-z]{10}\?on=2021-11-25$/);
    await page.locator('.languages a').first().click();
    await page.waitForURL(/\/en\/.*on=2021-11-25$/);
    await page.locator('.notice.of-moment a').click();
    await page.waitForURL(/\/commitments\/[0-9a-z]{10}$/);
    assert.equal(await page.locator('.notice.of-moment').count(), 0, 'this is today again');
    await page.context().close();
  });
}

test('the form is opened, filled in and sent with the keyboard', async () => {
  const page = await reader(browser);
  await page.goto(`${register.address}/en/canada-mexico`);
  const summary = page.locator('.moment summary');
  await summary.focus();
  assert.ok(await isInView(summary));
  await page.keyboard.press('Enter');
  await page.locator('#as-of').focus();
  await page.keyboard.type('11222020');
  await page.keyboard.press('Enter');
  await page.waitForURL(/as-of=2020-11-22/);
  assert.match(await page.locator('h1').innerText(), /Not recorded at that time/);
  await page.locator('main a[data-now]').first().click();
  await page.waitForURL(`${register.address}/en/canada-mexico`);
  await page.context().close();
});

test('the history of a record leads to the record as it stood', async () => {
  const page = await reader(browser);
  await page.goto(`${register.address}/es/canada-mexico/commitments`);
  await page.locator('.found .row-title a').first().click();
  await page.waitForURL(/\/commitments\/[0-9a-z]{10}$/);
  const title = await page.locator('h1').innerText();
  await page.locator('.margin .go a', { hasText: 'palabra por palabra' }).click();
  await page.waitForURL(/\/history$/);
  assert.match(await page.locator('.acts').innerText(), /Registrado por primera vez/);
  await page.locator('.acts a[data-now]').first().click();
  await page.waitForURL(/as-of=registrar:\d+$/);
  assert.equal(await page.locator('h1').innerText(), title);
  await page.context().close();
});
