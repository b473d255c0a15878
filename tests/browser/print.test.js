// Printed pages hold what was read.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { launch, reader } from './browser.js';
import { LANGUAGES, demoOfItsOwn, folder, run } from './register.js';

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
  test(`a printed commitment holds its wording in every language, its sources and its address, ${language}`, async () => {
    const page = await reader(browser);
    await page.goto(`${register.address}/${language}/canada-mexico/commitments`);
    await page.locator('.found .row-title a').first().click();
    await page.waitForURL(/\/commitments\/[0-9a-z]{10}$/);
    const shown = [
      await page.locator('h1').innerText(),
      ...(await page.locator('.said > p:not(.tongue)').allTextContents()),
      ...(await page.locator('.source mark').allTextContents()),
      page.url(),
    ];
    const printed = await print(page);
    for (const words of shown) {
      assert.ok(printed.includes(letters(words)), `the print holds “${words}”`);
    }
    const hidden = await page.locator('.find button').innerText();
    assert.ok(!printed.includes(letters(`Servanda ${hidden}`)), 'the print has no search box');
    await page.context().close();
  });
}

/** The text of a page as it would be printed. */
async function print(page) {
  const at = await folder();
  try {
    const file = path.join(at.path, 'page.pdf');
    await writeFile(file, await page.pdf({ format: 'Letter' }));
    const { stdout, code } = await run([file, '-'], { program: 'pdftotext' });
    assert.equal(code, 0);
    return letters(stdout);
  } finally {
    await at.remove();
  }
}

/** Letters and digits alone: lines break elsewhere on paper, and words at their hyphens. */
function letters(text) {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
