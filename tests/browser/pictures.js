// Takes the pictures of the main pages that the README shows: node tests/browser/pictures.js

import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { NARROW, launch } from './browser.js';
import { demoOfItsOwn } from './register.js';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/pictures');
const SIZE = { width: 1280, height: 860 };
const REGISTER = '/canada-mexico';

/** Name, language, address, and what to press first; the address may be that of a first record. */
const PICTURES = [
  ['home', 'en', REGISTER],
  ['commitments', 'en', `${REGISTER}/commitments?lens=indigenous`],
  ['commitment', 'es', `${REGISTER}/commitments`, '.found .row-title a'],
  ['timeline', 'fr', `${REGISTER}/timeline`],
  ['matrix', 'en', `${REGISTER}/matrix`],
  ['figures', 'es', `${REGISTER}/figures`],
  ['people', 'fr', `${REGISTER}/people`],
  ['meeting', 'en', `${REGISTER}/meetings`, '.rows .row-title a, tbody th a'],
  ['document', 'fr', `${REGISTER}/documents`, '.rows .row-title a'],
  ['search', 'es', '/search?q=incendios+forestales'],
];

await mkdir(FOLDER, { recursive: true });
const [register, browser] = await Promise.all([demoOfItsOwn(), launch()]);
try {
  for (const [name, language, address, first] of PICTURES) {
    await picture(name, SIZE, 'light', `/${language}${address}`, first);
  }
  await picture('telephone', NARROW, 'dark', `/fr${REGISTER}`);
} finally {
  await browser.close();
  await register.stop();
}

async function picture(name, viewport, colorScheme, address, first) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport, colorScheme });
  const page = await context.newPage();
  await page.goto(register.address + address);
  if (first) {
    await page.locator(first).first().click();
    await page.waitForLoadState();
  }
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
  await context.close();
}
