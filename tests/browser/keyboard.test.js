// Everything can be reached and used with the keyboard alone.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';

import { NARROW, WIDE, isInView, launch, reader } from './browser.js';
import { LANGUAGES, demoOfItsOwn } from './register.js';

/** More stops than any page has. */
const STOPS_MAX = 400;

let register;
let browser;

before(async () => {
  [register, browser] = await Promise.all([demoOfItsOwn(), launch()]);
});
after(async () => {
  await browser?.close();
  await register?.stop();
});

/** What has the focus: what it is, where it leads, and how it is shown to have it. */
function focused(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    return {
      name: at.localName,
      href: at.getAttribute('href'),
      text: at.textContent.trim().slice(0, 60),
      isOpen: at.parentElement.open,
      inMain: Boolean(at.closest('main')),
      shown: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      inView:
        box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 &&
        box.top < innerHeight && box.left < innerWidth,
    };
  });
}

for (const language of LANGUAGES) {
  test(`the first stop skips to the content, ${language}`, async () => {
    const page = await reader(browser);
    await page.goto(`${register.address}/${language}/canada-mexico/commitments`);
    await page.keyboard.press('Tab');
    const skip = page.locator('a.skip:focus');
    assert.equal(await skip.count(), 1, 'the skip link is the first stop');
    assert.ok(await isInView(skip), 'it shows itself');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#content$/);
    await page.keyboard.press('Tab');
    assert.equal((await focused(page)).inMain, true, 'the next stop is in the content');
    await page.context().close();
  });
}

for (const [size, name] of [[WIDE, 'a desk'], [NARROW, 'a telephone']]) {
  test(`every stop on a page shows that it has the focus, on ${name}`, async () => {
    const page = await reader(browser, { viewport: size });
    const places = [
      '/en', '/fr/canada-mexico', '/es/canada-mexico/commitments', '/en/search?q=water',
      '/fr/canada-mexico/journal', '/es/canada-mexico/people',
    ];
    for (const place of places) {
      await page.goto(register.address + place);
      let stops = 0;
      for (; stops < STOPS_MAX; stops += 1) {
        await page.keyboard.press('Tab');
        const stop = await focused(page);
        if (stop === null) break;
        const which = `${place}, stop ${stops + 1}: ${stop.name} “${stop.text}”`;
        assert.ok(stop.shown, `${which} has a visible outline`);
        assert.ok(stop.inView, `${which} is in view`);
      }
      assert.ok(stops > 5 && stops < STOPS_MAX, `${place} has ${stops} stops and no trap`);
    }
    await page.context().close();
  });
}

test('filters are opened, used and taken off with the keyboard', async () => {
  const page = await reader(browser);
  await page.goto(`${register.address}/es/canada-mexico/commitments`);
  const total = () => page.locator('.total').innerText();
  const all = await total();

  const closed = await tabTo(page, (stop) => stop.inMain && stop.isOpen === false);
  assert.equal(closed.name, 'summary');
  await page.keyboard.press('Enter');
  assert.equal((await focused(page)).isOpen, true, 'the filter is open');
  await page.keyboard.press('Tab');
  const choice = await focused(page);
  assert.match(choice.href, /\/commitments\?/, 'behind the summary comes its first choice');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/commitments\?/);
  assert.notEqual(await total(), all, 'the list is filtered');

  const clear = `/es/canada-mexico/commitments`;
  await tabTo(page, (stop) => stop.inMain && stop.name === 'a' && stop.href === clear);
  await page.keyboard.press('Enter');
  await page.waitForURL(register.address + clear);
  assert.equal(await total(), all, 'all are shown again');
  await page.context().close();
});

test('search is used with the keyboard', async () => {
  const page = await reader(browser);
  await page.goto(`${register.address}/fr`);
  await tabTo(page, (stop) => stop.name === 'input');
  await page.keyboard.type('peuples autochtones');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/fr\/search\?/);
  await tabTo(page, (stop) => stop.inMain && /\/canada-mexico\/[a-z]+\/[0-9a-z]{10}$/.test(stop.href ?? ''));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/canada-mexico\/[a-z]+\/[0-9a-z]{10}$/);
  await page.context().close();
});

/** Presses Tab until a stop is the one that is meant. */
async function tabTo(page, isMeant) {
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    assert.ok(stop !== null, 'it can be reached by keyboard');
    if (isMeant(stop)) return stop;
  }
  assert.fail('it can be reached by keyboard');
}
