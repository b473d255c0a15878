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
  await draft();
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

/** A draft of other words, as an officer of the demonstration writes it. */
async function draft() {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: SIZE });
  const page = await context.newPage();
  await page.goto(`${register.address}/en/sign-in`);
  const password = await page.locator('.demonstration dd').last().innerText();
  const form = page.locator('form', { has: page.locator('#password') });
  await form.locator('#mail').fill('officer.mx@demonstration.example');
  await form.locator('#password').fill(password);
  await form.locator('button[type=submit]').click();
  await page.goto(`${register.address}/en${REGISTER}/commitments?lens=indigenous`);
  await page.locator('.found .row-title a').first().click();
  await page.locator('.for-parties a').click();
  await page.locator('main form.act button').first().click();
  await page.screenshot({ path: path.join(FOLDER, 'draft.png') });
  await context.close();
}
