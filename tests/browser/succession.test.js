// Two documents of successive years side by side: chosen, gone through by keys, by hand without scripts, in
// each language, accessible, narrow and on paper.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { NARROW, WIDE, launch, reader } from './browser.js';
import { none } from './claims.js';
import { LANGUAGES, demoOfItsOwn } from './register.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SMALLEST = { width: 320, height: 640 };

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

async function signedIn(who, language, options = {}) {
  const page = await reader(browser, { javaScriptEnabled: true, ...options });
  await page.goto(`${register.address}/${language}/sign-in`);
  await page.fill('#mail', `${who}@demonstration.example`);
  await page.fill('#password', password);
  await page.click('form:has(#password) button');
  await page.waitForURL(`${register.address}/${language}/workspace`);
  return page;
}

const documents = (language) => `${register.address}/${language}/workspace/canada-mexico/ca/documents`;
const words = async (page) => (await page.textContent('main')).replace(/\s+/g, ' ');
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();

const SAID = {
  en: {
    plans: [
      'Heron plan of 2026\n\nCanada will count the herons of the delta by June 30, 2027. Canada will ring 3 storks along the northern canal. Mexico will restore the mangroves of the lagoon.\n',
      'Heron plan of 2027\n\nCanada will count the herons of the delta by June 30, 2027. Canada will ring 5 storks along the northern canal. Mexico will not restore the mangroves of the lagoon.\n',
    ],
    send: 'Send and read', compare: 'Compare with an earlier or later document',
    counts: /1 carried over 2 changed 0 reported as done/, numbers: 'They differ in numbers: earlier 3, later 5.',
    negation: 'One denies what the other does not: earlier none, later not.',
    progress: ['0 of 3 looked at', '1 of 3 looked at'], apart: 'Not the same (1)',
  },
  fr: {
    plans: [
      'Plan des lynx de 2026\n\nLe Canada recensera les lynx de la forêt d’ici le 30 juin 2027. Le Canada baguera 3 cigognes le long du canal. Le Mexique protégera les jaguars de la côte.\n',
      'Plan des lynx de 2027\n\nLe Canada recensera les lynx de la forêt d’ici le 30 juin 2027. Le Canada baguera 5 cigognes le long du canal. Le Mexique ne protégera pas les jaguars de la côte.\n',
    ],
    send: 'Envoyer et lire', compare: 'Comparer avec un document antérieur ou postérieur',
    counts: /1 repris 2 modifiés/, numbers: 'Différence : nombres; antérieur : 3, postérieur : 5.', negation: 'L’un nie ce que l’autre ne nie pas; antérieur : aucun, postérieur : ne.',
    progress: ['0 sur 3 examinés', '1 sur 3 examinés'], apart: 'Sans rapport (1)',
  },
  es: {
    plans: [
      'Plan de ballenas de 2026\n\nMéxico realizará un censo de las ballenas de la bahía a más tardar el 30 de junio de 2027. Canadá protegerá 3 focas del golfo. México restaurará los manglares de la laguna.\n',
      'Plan de ballenas de 2027\n\nMéxico realizará un censo de las ballenas de la bahía a más tardar el 30 de junio de 2027. Canadá protegerá 5 focas del golfo. México no restaurará los manglares de la laguna.\n',
    ],
    send: 'Enviar y leer', compare: 'Comparar con un documento anterior o posterior',
    counts: /1 retomado 2 modificados/, numbers: 'Diferencia en números; anterior: 3, posterior: 5.', negation: 'Uno niega lo que el otro no niega; anterior: ',
    progress: ['0 de 3 revisados', '1 de 3 revisados'], apart: 'Sin relación (1)',
  },
};

/** Sends both plans by the button, and leads to the later one compared with the earlier. */
async function compared(page, language) {
  const said = SAID[language];
  for (const [place, text] of said.plans.entries()) {
    await page.goto(documents(language));
    await page.setInputFiles('input[type=file]', { name: `plan-${place}.md`, mimeType: 'text/markdown', buffer: Buffer.from(`# ${text}`) });
    await press(page, said.send);
    await page.waitForURL(/\/documents\/[0-9a-z]{10}(\?|$)/);
  }
  await page.getByRole('link', { name: said.compare }).click();
  await page.waitForURL(/\/comparisons$/);
  await page.locator('.rows .row-title a').first().click();
  await page.waitForURL(/\/comparisons\/[0-9a-z]{10}$/);
  return page.url();
}

for (const language of LANGUAGES) {
  test(`two plans are put side by side and gone through by keys, in ${language}`, async () => {
    const said = SAID[language];
    const page = await signedIn('officer.ca', language);
    const address = await compared(page, language);
    const text = await words(page);
    assert.match(text, said.counts);
    assert.ok(text.includes(said.progress[0]), text);
    for (const difference of [said.numbers, said.negation].filter(Boolean)) assert.ok(text.includes(difference), `${difference}: ${text}`);
    // Only the same words are suggested as carried over: not what differs by a number or by "not".
    assert.equal(await page.locator('article.carried-over').count(), 1);
    assert.match(await page.locator('article.changed ins').allTextContents().then((it) => it.join(' ')), /5/);

    await page.keyboard.press('j');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('a')]);
    await page.waitForURL(/said=1/);
    assert.ok((await words(page)).includes(said.progress[1]), await words(page));
    assert.equal(await page.locator('article.decided').count(), 1);
    // The next row is the current one; it is told apart, and that is taken back.
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('x')]);
    assert.ok((await words(page)).includes(said.apart), await words(page));
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('u')]);
    assert.ok(!(await words(page)).includes(said.apart), await words(page));
    await page.goto(address);
    assert.ok((await words(page)).includes(said.progress[1]), 'it is kept');
    await page.context().close();
  });
}

test('without scripts everything is done by forms; accessible, narrow and on paper, in every language', async () => {
  const page = await signedIn('co-chair.ca', 'en', { javaScriptEnabled: false });
  const address = new URL(await compared(page, 'en')).pathname.slice(3);
  await press(page, 'Changed');
  assert.match(await words(page), /Said of 1 row\./);
  await press(page, 'Undo');
  const data = await page.context().request.get(`${register.address}/en${address}/comparison.json`);
  assert.equal((await data.json()).counts.changed, 2);
  await page.context().close();

  const scripted = await signedIn('co-chair.ca', 'en');
  const faults = [];
  for (const language of LANGUAGES) {
    for (const at of [address, `${address}?show=changed`, `${address}?show=gone`, address.replace(/\/[^/]*$/, '')]) {
      const answer = await scripted.goto(`${register.address}/${language}${at}`);
      assert.equal(answer.status(), 200, at);
      assert.ok((await answer.body()).length < 60 * 1_024, at);
      await scripted.evaluate(axe);
      for (const [size, colorScheme] of [[WIDE, 'light'], [NARROW, 'dark'], [SMALLEST, 'light']]) {
        await scripted.setViewportSize(size);
        await scripted.emulateMedia({ colorScheme });
        const { violations } = await scripted.evaluate(() => globalThis.axe.run(document));
        faults.push(...violations.map(({ id, nodes }) => `${language} ${at}: ${id} ${nodes[0].target}`));
        const width = await scripted.evaluate(() => document.scrollingElement.scrollWidth);
        if (width > size.width) faults.push(`${language} ${at}: ${width} px wide at ${size.width}`);
      }
      await scripted.setViewportSize(WIDE);
    }
  }
  none(faults, 'every page of two documents is accessible and fits');
  await scripted.emulateMedia({ media: 'print' });
  await scripted.goto(`${register.address}/en${address}`);
  assert.equal(await scripted.locator('.doing').first().isVisible(), false, 'no buttons on paper');
  assert.equal(await scripted.locator('article .said').first().isVisible(), true);
});
