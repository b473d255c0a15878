// From a document that is dropped in to a commitment that everybody reads: in each language, by keys, by
// hand without scripts, and many at once.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { NARROW, WIDE, launch, reader } from './browser.js';
import { none } from './claims.js';
import { LANGUAGES, demoOfItsOwn, run } from './register.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const script = readFileSync(new URL('../../crates/servanda-web/assets/findings.js', import.meta.url));
/** Bytes of the page of a document and its script together. */
const PAGE_BYTES_MAX = 60 * 1_024;

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

/** A browser of its own, signed in, with scripts. */
async function signedIn(who, language, options = {}) {
  const page = await reader(browser, { javaScriptEnabled: true, ...options });
  await page.goto(`${register.address}/${language}/sign-in`);
  await page.fill('#mail', `${who}@demonstration.example`);
  await page.fill('#password', password);
  await page.click('form:has(#password) button');
  await page.waitForURL(`${register.address}/${language}/workspace`);
  return page;
}

const side = (language, voice) => `${register.address}/${language}/workspace/canada-mexico/${voice}`;
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
const words = async (page) => (await page.textContent('main')).replace(/\s+/g, ' ');

/** Drops a file on the page, as somebody does with a mouse. */
async function drop(page, name, text) {
  const data = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: 'text/plain' }));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent('form[data-drop]', 'drop', { dataTransfer: data });
  await page.waitForURL(/\/documents\/[0-9a-z]{10}(\?|$)/);
}

/** Presses a key and waits for the page that it leads to. */
async function key(page, name) {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(name)]);
}

const SAID = {
  en: {
    text: 'Minutes on herons\n\nCanada will count the herons of the delta by June 30, 2027. The weather was fine.\n\nMexico will ring the herons of the lagoon by June 30, 2027.\n',
    titles: ['Count the herons', 'Compter les hérons', 'Contar las garzas'],
    document: ['Minutes on herons', 'Compte rendu sur les hérons', 'Minuta sobre garzas'],
    save: 'Save the draft', review: 'Look over all of it and propose', decided: '2 of 2 findings decided',
    agreed: 'Agreed', passage: 'Canada will count the herons of the delta',
  },
  fr: {
    text: 'Compte rendu sur les lynx\n\nLe Canada recensera les lynx de la forêt d’ici le 30 juin 2027. Il faisait beau.\n\nLe Mexique protégera les jaguars de la côte d’ici le 30 juin 2027.\n',
    titles: ['Count the lynx', 'Recenser les lynx', 'Contar los linces'],
    document: ['Minutes on lynx', 'Compte rendu sur les lynx', 'Minuta sobre linces'],
    save: 'Enregistrer le projet', review: 'Tout revoir et proposer', decided: 'Constats traités : 2 sur 2',
    agreed: 'Convenu', passage: 'Le Canada recensera les lynx de la forêt',
  },
  es: {
    text: 'Minuta sobre ballenas\n\nMéxico realizará un censo de las ballenas de la bahía a más tardar el 30 de junio de 2027. Gracias.\n\nCanadá protegerá las focas del golfo a más tardar el 30 de junio de 2027.\n',
    titles: ['Count the whales', 'Compter les baleines', 'Contar las ballenas'],
    document: ['Minutes on whales', 'Compte rendu sur les baleines', 'Minuta sobre ballenas'],
    save: 'Guardar el borrador', review: 'Revisar todo y proponer', decided: '2 de 2 hallazgos resueltos',
    agreed: 'Acordado', passage: 'México realizará un censo de las ballenas de la bahía',
  },
};
/** What the title of the document and of its commitment is in each language. */
const fill = async (page, role, versions) => {
  for (const [place, tag] of LANGUAGES.entries()) await page.fill(`#${role}-${tag}`, versions[place]);
};

for (const language of LANGUAGES) {
  test(`from a drop to a commitment that everybody reads, in ${language}`, async () => {
    const said = SAID[language];
    const officer = await signedIn('officer.ca', language);
    await officer.goto(`${side(language, 'ca')}/documents`);
    await drop(officer, 'minutes.txt', said.text);
    assert.equal(await officer.textContent('h1'), said.text.split('\n')[0], 'called as its heading');
    const document = officer.url().split('?')[0];
    const cards = officer.locator('article.finding');
    assert.equal(await cards.count(), 2, await words(officer));

    // By keys alone: the first, taken up and edited; the second dismissed.
    await officer.keyboard.press('j');
    await key(officer, 'e');
    assert.match(officer.url(), /\/drafts\/[0-9a-z]{10}$/);
    const wording = await officer.inputValue(`#wording-${language}`);
    assert.ok(wording.startsWith(said.passage), wording);
    await fill(officer, 'title', said.titles);
    const others = { en: 'Canada will do so by June 30, 2027.', fr: 'Le Canada le fera d’ici le 30 juin 2027.', es: 'Canadá lo hará a más tardar el 30 de junio de 2027.' };
    const theirs = language === 'es' ? { en: 'Mexico will do so by June 30, 2027.', fr: 'Le Mexique le fera d’ici le 30 juin 2027.' } : others;
    for (const tag of LANGUAGES.filter((tag) => tag !== language)) {
      await officer.fill(`#wording-${tag}`, theirs[tag]);
      await officer.fill(`#due-words-${tag}`, { en: 'by June 30, 2027', fr: 'd’ici le 30 juin 2027', es: 'a más tardar el 30 de junio de 2027' }[tag]);
    }
    await press(officer, said.save);
    await officer.waitForURL(/saved=yes/);
    await officer.goto(document);
    await officer.waitForURL(/#f-2$/);
    await key(officer, 'x');
    assert.ok((await words(officer)).includes(said.decided), await words(officer));

    // The document goes along; its record has a title in each language.
    await officer.locator('.out a').first().click();
    await officer.waitForURL(/\/drafts\//);
    await fill(officer, 'title', said.document);
    await press(officer, said.save);
    await officer.waitForURL(/saved=yes/);

    const chair = await signedIn('co-chair.ca', language);
    await chair.goto(document);
    await Promise.all([chair.waitForEvent('load'), press(chair, said.review)]);
    assert.equal(await chair.locator('.reviewed input:checked').count(), 2, await words(chair));
    await Promise.all([chair.waitForEvent('load'), chair.locator('.reviewed button:not(.quiet)').click()]);
    await chair.waitForURL(/proposed=2$/);

    const anyone = await reader(browser);
    await anyone.goto(`${register.address}/${language}/canada-mexico/documents`);
    const title = said.document[LANGUAGES.indexOf(language)];
    assert.ok(!(await words(anyone)).includes(title), 'nothing is public before all have agreed');

    // The other side reads the document before it agrees.
    const other = await signedIn('secretariat.mx', language);
    await other.goto(side(language, 'mx'));
    await other.getByRole('link', { name: title }).first().click();
    await other.waitForURL(/\/proposals\//);
    assert.ok((await words(other)).includes(said.passage), await words(other));
    await other.goto(side(language, 'mx'));
    for (const box of await other.locator('input[name^=proposal-]').all()) await box.check();
    await Promise.all([other.waitForEvent('load'), other.locator('form.lot button').first().click()]);
    await Promise.all([other.waitForEvent('load'), other.locator('.reviewed button:not(.quiet)').click()]);
    await other.waitForURL(/accepted=2$/);

    await anyone.goto(`${register.address}/${language}/canada-mexico/documents`);
    await anyone.getByRole('link', { name: title }).first().click();
    const mark = anyone.locator('mark a', { hasText: said.passage });
    await mark.click();
    await anyone.waitForURL(/\/commitments\//);
    const page = await words(anyone);
    assert.ok(page.includes(said.agreed) && page.includes(said.passage), page);
    for (const page of [officer, chair, other, anyone]) await page.context().close();
  });
}

/** A document with so many undertakings, and nothing else that is found. */
const plan = (count) => {
  const letter = (place) => String.fromCharCode(97 + (place % 26));
  const plots = Array.from({ length: count }, (_, place) => `${letter(place / 26)}${letter(place)}k`);
  const said = plots.map((plot, place) => `Canada will plant cedars around plot ${plot} by June 30, ${2027 + (place % 3)}.`);
  return `Plan of trees\n\n${said.join('\n\n')}\n`;
};

test('many findings are light, and decided many at once; whoever comes back goes on where they left', async () => {
  const page = await signedIn('officer.ca', 'en');
  await page.goto(`${side('en', 'ca')}/documents`);
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await drop(page, 'trees.txt', plan(112));
  await sent;
  assert.match(await words(page), /0 of 112 findings decided/);
  const document = page.url().split('?')[0];
  const html = await page.content();
  assert.ok(html.length + script.length < PAGE_BYTES_MAX, `${html.length} + ${script.length}`);
  const shown = await page.locator('article.finding').count();

  await page.getByRole('link', { name: 'Choose all on this page' }).click();
  await page.waitForURL(/pick=all/);
  await Promise.all([page.waitForEvent('load'), press(page, 'Take up those chosen')]);
  assert.match(await words(page), new RegExp(`${shown} findings taken up`));
  await page.goto(document);
  await page.waitForURL(new RegExp(`#f-${shown + 1}$`));
  await page.waitForFunction((id) => globalThis.document.activeElement.id === id, `f-${shown + 1}`);
  await key(page, 'a');
  assert.match(await words(page), new RegExp(`${shown + 1} of 112 findings decided`));
  await key(page, 'u');
  assert.match(await words(page), new RegExp(`1 decision undone.*${shown} of 112`));

  // j and k go through the cards, and on to the next page; c chooses; ? lists the keys.
  await page.goto(`${document}?page=1`);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.equal(await page.evaluate(() => globalThis.document.activeElement.id), 'f-2');
  await page.keyboard.press('k');
  assert.equal(await page.evaluate(() => globalThis.document.activeElement.id), 'f-1');
  await page.keyboard.press('c');
  assert.equal(await page.locator('article.finding input:checked').count(), 1);
  await page.keyboard.press('?');
  assert.ok(await page.locator('#keys dl').isVisible());
  await page.uncheck('[data-keys]');
  await page.locator('#f-1').focus();
  await page.keyboard.press('j');
  assert.equal(await page.evaluate(() => globalThis.document.activeElement.id), 'f-1', 'keys are off');
  await page.context().close();
});

test('words that the program missed are selected and taken up, by mouse and by key', async () => {
  const page = await signedIn('officer.ca', 'en');
  await page.goto(`${side('en', 'ca')}/documents`);
  const missed = 'All bridges of the valley: a fresh coat of paint, said the two mayors.';
  await drop(page, 'bridges.txt', `Minutes on bridges\n\nCanada will count the bridges by June 30, 2027.\n\n${missed} The weather was fine.\n`);
  const document = page.url().split('?')[0];
  const select = (words) => page.evaluate((words) => {
    const text = [...globalThis.document.querySelectorAll('.para > p')].find((it) => it.textContent.includes(words));
    const range = globalThis.document.createRange();
    const node = text.firstChild;
    const from = node.textContent.indexOf(words);
    range.setStart(node, from);
    range.setEnd(node, from + words.length);
    const selection = globalThis.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }, words);
  await select(missed);
  const offer = page.getByRole('button', { name: 'Take up what is selected' });
  await offer.waitFor();
  await Promise.all([page.waitForURL(/\/findings\/undertaking:/), offer.click()]);
  assert.equal(await page.textContent('.passage mark'), missed);
  await press(page, 'Take up');
  assert.match(await words(page), /1 finding taken up\..*1 of 2 findings decided/);
  assert.match(await words(page), /chosen by hand/);
  await page.keyboard.press('u');
  await page.waitForURL(/done=undo/);
  assert.match(await words(page), /0 of 1 findings decided/);

  await page.goto(`${document}?page=1`);
  await select('a fresh coat of paint');
  await Promise.all([page.waitForURL(/\/findings\/undertaking:/), page.keyboard.press('n')]);
  assert.equal(await page.textContent('.passage mark'), 'a fresh coat of paint');
  await page.goto(`${document}?page=1`);
  await page.keyboard.press('n');
  assert.equal(await page.evaluate(() => globalThis.document.activeElement.id), 'words', 'with nothing selected, to type');
  await page.context().close();
});

test('without scripts a document is sent by its button and decided by forms', async () => {
  const page = await signedIn('officer.mx', 'es', { javaScriptEnabled: false });
  await page.goto(`${side('es', 'mx')}`);
  await page.getByRole('link', { name: 'Tomar compromisos de un documento' }).click();
  await page.setInputFiles('input[type=file]', { name: 'imagen.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') });
  await press(page, 'Enviar y leer');
  assert.match(await page.textContent('.mend'), /No se leen archivos de este tipo/);
  const locked = readFileSync(new URL('../../fuzz/corpus/pdf/locked', import.meta.url));
  await page.setInputFiles('input[type=file]', { name: 'plan.pdf', mimeType: 'application/pdf', buffer: locked });
  await press(page, 'Enviar y leer');
  assert.match(await page.textContent('.mend'), /protegido con contraseña/);
  await page.setInputFiles('input[type=file]', { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from(plan(3)) });
  await press(page, 'Enviar y leer');
  assert.match(await words(page), /0 de 3 hallazgos resueltos/);
  await press(page, 'Retomar');
  assert.match(await words(page), /1 hallazgo retomado\..*1 de 3 hallazgos/);
  await page.getByRole('link', { name: 'Más' }).nth(1).click();
  assert.match(await words(page), /palabras en común: .*cedars.*Difieren \(números\)/);
  await press(page, 'Reunir');
  assert.match(await words(page), /1 hallazgo reunido\./);
  await page.selectOption('#why', 'outside');
  await press(page, 'Descartar');
  assert.match(await words(page), /3 de 3 hallazgos resueltos/);
  await page.fill('#words', 'nada de esto');
  await press(page, 'Buscarlas');
  assert.match(await page.textContent('.mend'), /no están así en el documento/);
  assert.equal(await page.inputValue('#words'), 'nada de esto');
  const table = await page.context().request.get(`${page.url().split('/passage')[0].split('?')[0]}/findings.csv`);
  assert.match(await table.text(), /,dismiss,,,outside,/);
  await page.context().close();
});

test('the pages of documents are accessible and fit, in every language, wide and narrow', async () => {
  const page = await signedIn('co-chair.ca', 'en');
  await page.goto(`${side('en', 'ca')}/documents`);
  await drop(page, 'roads.txt', plan(12).replaceAll('cedars', 'lamps'));
  const path = new URL(page.url()).pathname.slice(3);
  await press(page, 'Take up');
  const data = await (await page.context().request.get(`${register.address}/en${path}/findings.json`)).json();
  const second = data.findings[1];
  const finding = `${path}/findings/${second.kind}:${second.start}-${second.end}`;
  const faults = [];
  for (const language of LANGUAGES) {
    for (const at of [`${path}?page=1`, `${path}?show=open&page=1`, finding, `${finding}?as=term&need=yes`, path.replace(/\/[^/]*$/, '')]) {
      const answer = await page.goto(`${register.address}/${language}${at}`);
      assert.equal(answer.status(), 200, at);
      await page.evaluate(axe);
      for (const [size, colorScheme] of [[WIDE, 'light'], [NARROW, 'dark']]) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate(() => globalThis.axe.run(document));
        faults.push(...violations.map(({ id, nodes }) => `${language} ${at}: ${id} ${nodes[0].target}`));
        const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
        if (width > size.width) faults.push(`${language} ${at}: ${width} px wide at ${size.width}`);
      }
      await page.setViewportSize(WIDE);
    }
  }
  none(faults, "every page of documents is accessible and fits");
});

test('after all of it the journals verify, and the tables are those that they make', async () => {
  const verified = await run(['verify', '--data', register.data]);
  assert.equal(verified.code, 0, verified.stdout + verified.stderr);
});
