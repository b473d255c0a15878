// Acts that bind, signed in a real browser: what its authenticator signs as it should is written, and
// nothing else is.

import { after, before, beforeEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { NARROW, WIDE, launch, reader } from './browser.js';
import { none } from './claims.js';
import { virtualDevice } from './device.js';
import { LANGUAGES, demoOfItsOwn } from './register.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CHAIR = 'co-chair.ca@demonstration.example';
const OTHER = /The signature is not of what would be written/;

let register;
let browser;
/** The same machine by a name: browsers make no passkeys for a number. */
let address;
let password;
let page;
let device;
let draft;

before(async () => {
  [register, browser] = await Promise.all([demoOfItsOwn(), launch()]);
  address = register.address.replace('127.0.0.1', 'localhost');
  const html = await (await fetch(`${register.address}/en/sign-in`)).text();
  password = /Password of all<\/dt><dd><code>([^<]+)/.exec(html)[1];
});
after(async () => {
  await browser.close();
  await register.stop();
});

beforeEach(async () => {
  await page?.context().close();
  page = await reader(browser, { javaScriptEnabled: true });
  device = await virtualDevice(page);
  await page.goto(`${address}/en/sign-in`);
  await page.fill('#mail', CHAIR);
  await page.fill('#password', password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await addPasskey();
  draft = await begun();
});

async function addPasskey() {
  await page.goto(`${address}/en/workspace`);
  await page.fill('#label', 'security key');
  await page.fill('#passkey-password', password);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.waitForURL(/done=passkey$/);
}

/** A draft of a commitment that is documented; its address. */
async function begun() {
  const { commitments, records } = await (await fetch(`${register.address}/en/canada-mexico/commitments.json`)).json();
  const all = commitments ?? records;
  // Another one each time: what one test leaves open stands in no other's way.
  begun.count = (begun.count ?? 0) + 1;
  await page.goto(`${address}/en/canada-mexico/commitments/${all[begun.count].id}`);
  await page.getByRole('link', { name: 'propose other words' }).click();
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/drafts\//);
  return page.url();
}

/** Asks to propose the draft: the page on which it is signed. */
async function ask() {
  await page.goto(draft);
  await page.locator('form[action$="/propose"] button').click();
  await page.getByRole('heading', { name: 'Sign with your passkey' }).waitFor();
}

const sign = () => page.getByRole('button', { name: 'Sign', exact: true }).click();

/** How many entries the journal of the side has. */
async function size() {
  const { journals } = await (await fetch(`${register.address}/en/canada-mexico/journal.json`)).json();
  return journals.find((it) => it.origin.endsWith('/ca'))?.size ?? 0;
}

/** What is done writes nothing, and the page says why. */
async function refused(act, why = OTHER) {
  const before = await size();
  await act();
  await page.locator('.mend').waitFor();
  assert.match(await page.locator('.mend').innerText(), why);
  assert.equal(await size(), before);
}

/** The fields of the form that is sent to propose next. */
async function sent() {
  const request = await page.waitForRequest((it) => it.method() === 'POST' && it.url().endsWith('/propose'));
  return Object.fromEntries(new URLSearchParams(request.postData()));
}

/** Sends a form as the page would, with these fields. */
async function send(to, fields) {
  await page.evaluate(({ to, fields }) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: to });
    for (const [name, value] of Object.entries(fields)) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
    document.body.append(form);
    form.submit();
  }, { to, fields });
}

test('what the device signs is written, once', async () => {
  await ask();
  assert.match(await page.locator('main').innerText(), /Propose: .* · code [0-9a-f ]{14}/);
  const fields = sent();
  await sign();
  await page.waitForURL(/\/proposals\/[0-9a-f]{64}$/);
  assert.match(await page.locator('main').innerText(), /signed with a passkey/);
  // The same signature once more, for another draft of the same person.
  const former = draft;
  draft = await begun();
  const again = await fields;
  await refused(() => send(`${draft}/propose`, again), /took too long|something else/);
  await ask();
  await refused(() => send(`${draft}/propose`, again));
  assert.notEqual(former, draft);
});

test('a device that lies or does not verify signs nothing', async () => {
  for (const override of [{ isBadUV: true }, { isBadUP: true }, { isBogusSignature: true }]) {
    await ask();
    await device.send('setResponseOverrideBits', override);
    await refused(sign);
    await device.send('setResponseOverrideBits', { isBadUV: false, isBadUP: false, isBogusSignature: false });
  }
});

test('a key that begins to be copied to other devices signs nothing', async () => {
  const [{ credentialId }] = await device.credentials();
  await ask();
  await device.send('setCredentialProperties', { credentialId, backupEligibility: true, backupState: true });
  await refused(sign);
});

test('a key of somebody else signs nothing', async () => {
  await ask();
  const [known] = await device.credentials();
  // The same id, and another key.
  const { privateKey } = await globalThis.crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  const other = Buffer.from(await globalThis.crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64');
  await device.send('removeCredential', { credentialId: known.credentialId });
  await device.send('addCredential', { credential: { ...known, privateKey: other } });
  await refused(sign);
});

test('what is signed on a page of another site binds nobody here', async () => {
  await ask();
  const form = page.locator('form[data-passkey]');
  const options = JSON.parse(await form.getAttribute('data-options'));
  const fields = await form.evaluate((it) => Object.fromEntries(new FormData(it)));
  const elsewhere = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<title>Elsewhere</title>'));
  await new Promise((ready) => elsewhere.listen(0, '127.0.0.1', ready));
  try {
    // The same domain and so the same passkey, and another origin.
    await page.goto(`http://localhost:${elsewhere.address().port}/`);
    const got = await page.evaluate(async ({ challenge, relyingParty }) => {
      const decoded = Uint8Array.from(atob(challenge.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
      const { rawId, response } = await navigator.credentials.get({
        publicKey: { challenge: decoded, rpId: relyingParty, userVerification: 'required' },
      });
      const encoded = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
      return {
        credential: encoded(rawId), 'client-data': encoded(response.clientDataJSON),
        'authenticator-data': encoded(response.authenticatorData), signature: encoded(response.signature),
      };
    }, options);
    await page.goto(draft);
    await refused(() => send(`${draft}/propose`, { ...fields, ...got }));
  } finally {
    elsewhere.close();
  }
});

test('the page on which one signs is accessible and fits, in every language', async () => {
  const faults = [];
  for (const language of LANGUAGES) {
    await page.goto(draft.replace('/en/', `/${language}/`));
    await page.locator('form[action$="/propose"] button').click();
    await page.locator('form[data-passkey]').waitFor();
    await page.evaluate(axe);
    for (const size of [WIDE, NARROW]) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate(() => globalThis.axe.run(document));
        faults.push(...violations.map(({ id, nodes }) => `${language}: ${id} ${nodes[0].target}`));
      }
      const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
      if (width > size.width) faults.push(`${language}: ${width} px wide`);
    }
  }
  none(faults, 'the page is accessible');
});
