// Two sides agree: three browsers at once, from a draft that is stopped to a page that says agreed
// to a reader without an account, and journals that a verifier of others accepts.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { NARROW, WIDE, launch, reader } from './browser.js';
import { none } from './claims.js';
import { virtualDevice } from './device.js';
import { beside, python } from './python.js';
import { LANGUAGES, demo, folder, run } from './register.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PARTNERSHIP = 'canada-mexico';

let at;
let register;
/** The same machine by a name: browsers make no passkeys for a number. */
let address;
let browser;
let password;

async function start() {
  register = await demo(at.path);
  address = register.address.replace('127.0.0.1', 'localhost');
}

before(async () => {
  at = await folder();
  await start();
  const page = await (await fetch(`${register.address}/en/sign-in`)).text();
  password = /Password of all<\/dt><dd><code>([^<]+)</.exec(page)[1];
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await register?.stop();
  await at.remove();
});

/** A browser of its own, signed in to the demonstration. */
async function signedIn(who, language, options = {}) {
  const page = await reader(browser, options);
  await page.goto(`${address}/${language}/sign-in`);
  await page.fill('#mail', `${who}@demonstration.example`);
  await page.fill('#password', password);
  await page.click('form:has(#password) button');
  await page.waitForURL(`**/${language}/workspace`);
  return page;
}

/** A browser of its own with scripts, signed in, with a device that keeps the passkey it adds. */
async function withPasskey(who, language) {
  const page = await signedIn(who, language, { javaScriptEnabled: true });
  await virtualDevice(page);
  await page.fill('#label', 'security key');
  await page.fill('#passkey-password', password);
  await page.locator('[data-passkey-offer] button').click();
  await page.waitForURL(/done=passkey$/);
  return page;
}

/** Does what has to be signed, and signs it; the page after it comes. */
async function pressAndSign(page, name, to) {
  await press(page, name);
  await Promise.all([page.waitForURL(to), page.locator('form[data-passkey] button').click()]);
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

test('two sides agree to the same words with passkeys, and a third reader sees it', async () => {
  const officer = await signedIn('officer.mx', 'es');
  await officer.goto(`${address}/es/workspace/${PARTNERSHIP}/mx`);
  await press(officer, 'Empezar un compromiso nuevo');
  const texts = {
    title: ['Mend the water gauge', 'Réparer le limnimètre', 'Reparar el limnímetro'],
    wording: [
      'Mexico mends the gauge by June 30, 2027.',
      'Le Mexique répare le limnimètre d’ici le 30 juin 2027.',
      'México repara el limnímetro a más tardar el 30 de julio de 2027.',
    ],
  };
  for (const [role, versions] of Object.entries(texts)) {
    for (const [place, language] of LANGUAGES.entries()) {
      await officer.fill(`#${role}-${language}`, versions[place]);
    }
  }
  await officer.fill('#due', 'a más tardar el 30 de junio de 2027');
  await press(officer, 'Guardar el borrador');
  const draft = officer.url().split('?')[0];
  assert.match(await officer.textContent('main'), /Los idiomas difieren/);
  assert.match(await officer.textContent('.mend'), /: fechas/);
  assert.match(await officer.textContent('main'), /Se entendió como:\s+a más tardar:? 30 de junio de 2027/);

  const secretariat = await withPasskey('secretariat.mx', 'es');
  await secretariat.goto(draft);
  await press(secretariat, 'Proponer estas palabras');
  assert.match(await secretariat.textContent('.mend'), /Los idiomas difieren\. Corrija los textos/);

  await officer.fill('#wording-es', 'México repara el limnímetro a más tardar el 30 de junio de 2027.');
  await press(officer, 'Guardar el borrador');
  assert.doesNotMatch(await officer.textContent('main'), /Los idiomas difieren/);
  await secretariat.goto(draft);
  const PROPOSAL = /\/mx\/proposals\/[0-9a-f]{64}$/;
  await pressAndSign(secretariat, 'Proponer estas palabras', PROPOSAL);
  const first = secretariat.url();
  assert.match(await secretariat.textContent('main'), /con firma con llave de acceso/);

  const chair = await withPasskey('co-chair.ca', 'fr');
  assert.match(await chair.textContent('main'), /1 proposition vous attend/);
  const anyone = await reader(browser);
  const list = `${address}/es/${PARTNERSHIP}/commitments`;
  assert.doesNotMatch(await text(anyone, list), /limnímetro/);

  const theirs = (address) => address.replace('/es/', '/fr/').replace('/mx/', '/ca/');
  await chair.goto(theirs(first));
  await chair.fill('#object-reason', 'Trop tôt : les pluies durent jusqu’en juillet.');
  await press(chair, 'Faire objection pour Canada');
  await secretariat.reload();
  assert.match(await secretariat.textContent('main'), /Trop tôt/);

  await pressAndSign(secretariat, 'Retirar por México', first);
  await secretariat.getByText('Retirado por México').first().waitFor();
  await officer.goto(`${address}/es/workspace/${PARTNERSHIP}/mx`);
  await secretariat.goto(`${address}/es/workspace/${PARTNERSHIP}/mx`);
  await press(secretariat, 'Empezar un compromiso nuevo');
  for (const [role, versions] of Object.entries(texts)) {
    for (const [place, language] of LANGUAGES.entries()) {
      const later = versions[place].replace(/June|juin|julio|junio/, { en: 'July', fr: 'juillet', es: 'julio' }[language]);
      await secretariat.fill(`#${role}-${language}`, later);
    }
  }
  await press(secretariat, 'Guardar el borrador');
  await pressAndSign(secretariat, 'Proponer estas palabras', PROPOSAL);
  const second = secretariat.url();
  const code = await secretariat.locator('main dl.facts dd').nth(1).textContent();
  await chair.goto(theirs(second));
  assert.equal(await chair.locator('main dl.facts dd').nth(1).textContent(), code, 'one code on both sides');
  await pressAndSign(chair, 'Accepter pour Canada', theirs(second));
  await chair.getByText('Convenu : proposé et scellé par Mexique').waitFor();

  const page = await chair.getByRole('link', { name: 'Sa page publique' }).getAttribute('href');
  const seen = await text(anyone, address + page.replace('/fr/', '/es/'));
  assert.match(seen, /Acordado/);
  for (const signed of [/México \(Secretariado, con firma con llave de acceso\)/, /Canadá \(.*, con firma con llave de acceso\)/]) {
    assert.match(seen, signed);
  }
  assert.match(seen, /Reparar el limnímetro/);
  assert.match(await text(anyone, list), /Reparar el limnímetro/);
  // The search index is made again beside the answers; until then the one before answers.
  const search = `${address}/es/search?q=limn%C3%ADmetro`;
  while (!/Reparar el limnímetro/.test(await text(anyone, search)));

  for (const voice of ['ca', 'mx', 'registrar']) await verifiedByGo(voice);
  for (const voice of ['ca', 'mx']) await signatureVerified(voice);
  await register.stop();
  const verified = await run(['verify', '--data', at.path]);
  assert.equal(verified.code, 0, verified.stderr);
  await start();
});

async function text(page, address) {
  await page.goto(address);
  return page.textContent('main');
}

/** Fetches the files of a journal and has them checked by the Go implementation. */
async function verifiedByGo(voice) {
  const base = `${address}/${PARTNERSHIP}/${voice}`;
  const data = await (await fetch(`${address}/en/${PARTNERSHIP}/journal.json`)).json();
  const journal = data.journals.find((it) => it.origin.endsWith(`/${voice}`));
  const to = path.join(at.path, `published-${voice}`);
  const keep = async (file) => {
    const answer = await fetch(`${base}/${file}`);
    assert.equal(answer.status, 200, file);
    await mkdir(path.dirname(path.join(to, file)), { recursive: true });
    await writeFile(path.join(to, file), Buffer.from(await answer.arrayBuffer()));
  };
  await keep('checkpoint');
  const size = Number(readFileSync(path.join(to, 'checkpoint'), 'utf8').split('\n')[1]);
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / 256)) {
    for (let tile = 0; tile * 256 < count; tile += 1) {
      const width = Math.min(256, count - tile * 256);
      const name = `${String(tile).padStart(3, '0')}${width < 256 ? `.p/${width}` : ''}`;
      await keep(`tile/${level}/${name}`);
      if (level === 0) await keep(`tile/entries/${name}`);
    }
  }
  const program = path.resolve(import.meta.dirname, '../go/verify.go');
  const env = {
    ...process.env,
    GOPATH: '/usr/share/gocode',
    GO111MODULE: 'off',
    GOPROXY: 'off',
    GOCACHE: path.join(at.path, 'go-cache'),
  };
  const go = await run(['run', program, journal.verifier, to], { program: 'go', env });
  assert.equal(go.code, 0, `${voice}: ${go.stderr}`);
}

/** Has the last signed act of a journal that was fetched verified by a library that is not ours. */
async function signatureVerified(voice) {
  const data = await (await fetch(`${register.address}/en/${PARTNERSHIP}/journal.json`)).json();
  const { origin } = data.journals.find((it) => it.origin.endsWith(`/${voice}`));
  const checkpoint = readFileSync(path.join(at.path, `published-${voice}`, 'checkpoint'), 'utf8');
  const size = Number(checkpoint.split('\n')[1]);
  const bundle = readFileSync(path.join(at.path, `published-${voice}`, `tile/entries/000.p/${size}`));
  const entries = [];
  for (let start = 0; start < bundle.length; start += 2 + bundle.readUInt16BE(start)) {
    entries.push(bundle.subarray(start + 2, start + 2 + bundle.readUInt16BE(start)).toString());
  }
  const key = entries.find((entry) => entry.includes('"act":"key"'));
  const act = entries.findLast((entry) => entry.includes('"assertion"'));
  const input = JSON.stringify({ journal: origin, key, act });
  const { code, stdout, stderr } = await python('python', [beside('act.py')], { input });
  assert.equal(code, 0, stderr);
  assert.deepEqual(JSON.parse(stdout), { act: 'taken', other: 'refused' }, voice);
}

test('the pages of both sides have no fault that axe-core finds, narrow and wide', async () => {
  const faults = [];
  for (const [language, size, colorScheme] of [
    ['en', WIDE, 'light'],
    ['fr', NARROW, 'dark'],
    ['es', NARROW, 'light'],
  ]) {
    // Scripts run here because the inspector is one; the pages bring none.
    const options = { viewport: size, colorScheme, javaScriptEnabled: true };
    const page = await signedIn('co-chair.ca', language, options);
    const side = `${address}/${language}/workspace/${PARTNERSHIP}/ca`;
    await page.goto(side);
    await page.click('main form.act button');
    const notices = `${register.address}/${language}/workspace/notices`;
    const addresses = [side, page.url(), notices, `${register.address}/${language}/workspace`];
    await page.goto(side);
    const proposals = await page.locator('a[href*="/proposals/"]').evaluateAll((links) => links.map((it) => it.href));
    addresses.push(...proposals.slice(0, 2));
    for (const address of addresses) {
      await page.goto(address);
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run(document));
      for (const it of found.violations) {
        faults.push(`${address} ${it.id}: ${it.nodes.map((node) => node.target).join(' ')}`);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) faults.push(`${address} is ${overflow} px too wide`);
    }
  }
  none(faults, 'every page is accessible and fits');
});
