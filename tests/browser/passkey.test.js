// Passkeys in a real browser, whose virtual authenticator is told what to do over its own protocol.

import { after, before, beforeEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { NARROW, WIDE, launch, reader } from './browser.js';
import { none } from './claims.js';
import { virtualDevice } from './device.js';
import { beside, python } from './python.js';
import { LANGUAGES, demoOfItsOwn } from './register.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ADMINISTRATOR = 'administrator@demonstration.example';

let register;
let browser;
/** The same machine by a name: browsers make no passkeys for a number. */
let address;
let password;

before(async () => {
  [register, browser] = await Promise.all([demoOfItsOwn(), launch()]);
  address = register.address.replace('127.0.0.1', 'localhost');
  const page = await (await fetch(`${register.address}/en/sign-in`)).text();
  password = /Password of all<\/dt><dd><code>([^<]+)/.exec(page)[1];
});
after(async () => {
  await browser.close();
  await register.stop();
});

let page;
let device;

beforeEach(async () => {
  await page?.context().close();
  page = await reader(browser, { javaScriptEnabled: true });
  device = await virtualDevice(page);
});

async function signInWithPassword() {
  await page.goto(`${address}/en/sign-in`);
  await page.fill('#mail', ADMINISTRATOR);
  await page.fill('#password', password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${address}/en/workspace`);
}

async function signOut() {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL(/\/sign-in/);
}

/** Begins to add a passkey. */
async function begin(label) {
  await page.fill('#label', label);
  await page.fill('#passkey-password', password);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
}

async function add(label) {
  await begin(label);
  await page.waitForURL(/done=passkey$/);
}

const askForPasskey = () => page.getByRole('button', { name: 'Sign in with a passkey' }).click();

/** The fields of the form that is sent to a path next. */
async function sentTo(path) {
  const request = await page.waitForRequest((it) => it.method() === 'POST' && it.url().endsWith(path));
  return Object.fromEntries(new URLSearchParams(request.postData()));
}

test('a passkey is added, signs in, is removed and signs in no more', async () => {
  await signInWithPassword();
  await add('grey key');
  const workspace = await page.locator('main').innerText();
  assert.match(workspace, /grey key\s+added on .*not used yet.*stays on one device/s);
  const [credential] = await device.credentials();
  assert.equal(credential.rpId, 'localhost');
  await signOut();

  await askForPasskey();
  await page.waitForURL(`${address}/en/workspace`);
  assert.match(await page.locator('main').innerText(), /last used on/);
  const cookies = await page.context().cookies();
  assert.equal(cookies.find((cookie) => cookie.name === 'session').httpOnly, true);

  await page.getByRole('button', { name: /grey key/ }).click();
  // The session began with it.
  await page.waitForURL(/\/sign-in/);
  await askForPasskey();
  await page.waitForURL(/\/sign-in\/passkey\/signed/);
  assert.match(await page.locator('.mend').innerText(), /This passkey is not recognised here\./);
});

test('whoever is led to sign in is led back', async () => {
  await signInWithPassword();
  await add('telephone');
  await signOut();
  await page.goto(`${address}/fr/workspace/people`);
  await page.getByRole('button', { name: 'Ouvrir une session avec une clé d’accès' }).click();
  await page.waitForURL(`${address}/fr/workspace/people`);
});

/** What the library that is not ours thinks of what was sent. */
async function judged(sent) {
  const { code, stdout, stderr } = await python('python', [beside('passkey.py')], { input: JSON.stringify(sent) });
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

const TAKEN = { made: 'taken', signed: 'taken', turned: 'refused' };

test('what our verifier is tested with is taken by one that is not ours', async () => {
  for (const name of ['es256', 'eddsa']) {
    const sent = readFileSync(new URL(`../../fixtures/passkeys/${name}.json`, import.meta.url));
    assert.deepEqual(await judged(JSON.parse(sent)), TAKEN, name);
  }
});

test('what the browser made and signed is taken by a verifier that is not ours', async () => {
  await signInWithPassword();
  const made = sentTo('/workspace/passkeys/made');
  await add('cross-checked');
  await signOut();
  const signed = sentTo('/sign-in/passkey/signed');
  await askForPasskey();
  await page.waitForURL(`${address}/en/workspace`);
  const sent = { site: 'localhost', origin: address, made: await made, signed: await signed };
  assert.deepEqual(await judged(sent), TAKEN);
});

test('a device that does not verify who uses it adds nothing and signs nobody in', async () => {
  await signInWithPassword();
  await device.send('setUserVerified', { isUserVerified: false });
  await begin('open device');
  await page.getByText('The browser has given no passkey.').waitFor();
  assert.deepEqual(await device.credentials(), []);
  // What a browser would refuse is refused here too, whatever sends it.
  await device.send('setUserVerified', { isUserVerified: true });
  await page.getByRole('link', { name: 'Back to your workspace' }).click();
  await add('device');
  await signOut();
  await device.send('setResponseOverrideBits', { isBadUV: true });
  await askForPasskey();
  await page.waitForURL(/\/sign-in\/passkey\/signed/);
  assert.match(await page.locator('.mend').innerText(), /not recognised here/);
});

test('nobody present, and a wrong signature, sign nobody in', async () => {
  await signInWithPassword();
  await add('device');
  await signOut();
  for (const override of [{ isBadUP: true }, { isBogusSignature: true }]) {
    await device.send('setResponseOverrideBits', override);
    await page.goto(`${address}/en/sign-in`);
    await askForPasskey();
    await page.waitForURL(/\/sign-in\/passkey\/signed/);
    assert.match(await page.locator('.mend').innerText(), /not recognised here/, JSON.stringify(override));
    assert.equal((await page.context().cookies()).some(({ name }) => name === 'session'), false);
    await device.send('setResponseOverrideBits', { isBadUP: false, isBadUV: false, isBogusSignature: false });
  }
  await askForPasskey();
  await page.waitForURL(`${address}/en/workspace`);
});

test('a key that can be copied says so, and one that begins to say so is another', async () => {
  await device.remove();
  device = await virtualDevice(page, { defaultBackupEligibility: true, defaultBackupState: true });
  await signInWithPassword();
  await add('copied');
  assert.match(await page.locator('main').innerText(), /copied\s+added on .*can be copied to your other devices/s);
  await signOut();
  const [{ credentialId }] = await device.credentials();
  const set = (backupEligibility) =>
    device.send('setCredentialProperties', { credentialId, backupEligibility, backupState: backupEligibility });
  await set(false);
  await askForPasskey();
  await page.waitForURL(/\/sign-in\/passkey\/signed/);
  assert.match(await page.locator('.mend').innerText(), /not recognised here/);
  await set(true);
  await askForPasskey();
  await page.waitForURL(`${address}/en/workspace`);
});

test('the same passkey is not sent twice, and not from another site', async () => {
  await signInWithPassword();
  await add('once');
  await signOut();
  const signed = sentTo('/sign-in/passkey/signed');
  await askForPasskey();
  await page.waitForURL(`${address}/en/workspace`);
  const send = (headers) =>
    fetch(`${register.address}/en/sign-in/passkey/signed`, {
      method: 'POST', body: new URLSearchParams(again), redirect: 'manual', headers,
    });
  const again = await signed;
  const twice = await send({});
  assert.equal(twice.status, 422);
  assert.match(await twice.text(), /This took too long\. Begin again\./);
  assert.equal((await send({ origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })).status, 403);
});

test('without its script, or at a number, the page is complete with the password', async () => {
  await page.goto(`${address}/en/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
  const without = await reader(browser);
  await without.goto(`${address}/en/sign-in`);
  assert.equal(await without.getByRole('button', { name: 'Sign in with a passkey' }).count(), 0);
  await without.fill('#mail', ADMINISTRATOR);
  await without.fill('#password', password);
  await without.getByRole('button', { name: 'Sign in', exact: true }).click();
  await without.waitForURL(`${address}/en/workspace`);
  const text = await without.locator('main').innerText();
  assert.match(text, /A passkey is added in a browser that knows passkeys/);
  assert.equal(await without.locator('#label').isVisible(), false);
  await without.context().close();
  await page.goto(`${register.address}/en/sign-in`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Sign in with a passkey' }).count(), 0);
});

test('only these pages let a script run, and only one of this site', async () => {
  const policy = async (path) => (await fetch(register.address + path)).headers.get('content-security-policy');
  assert.match(await policy('/en/sign-in'), /default-src 'none'; script-src 'self';/);
  for (const path of ['/en', '/en/about', '/en/search', '/en/canada-mexico', '/en/nothing/here']) {
    assert.doesNotMatch(await policy(path), /script-src|unsafe/, path);
  }
});

test('the pages with passkeys are accessible and fit, light and dark, in every language', async () => {
  const faults = [];
  const look = async (name) => {
    await page.evaluate(axe);
    for (const size of [WIDE, NARROW]) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate(() => globalThis.axe.run(document));
        faults.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0].target}`));
      }
      const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
      if (width > size.width) faults.push(`${name}: ${width} px wide`);
    }
  };
  await signInWithPassword();
  await add('seen');
  for (const language of LANGUAGES) {
    await page.goto(`${address}/${language}/workspace`);
    await look(`${language} workspace`);
    await page.fill('#passkey-password', password);
    await page.locator('[data-passkey-offer] button').click();
    await page.locator('.mend').waitFor();
    await look(`${language} workspace, refused`);
    await device.send('setUserVerified', { isUserVerified: false });
    await page.fill('#label', 'another');
    await page.fill('#passkey-password', password);
    await page.locator('[data-passkey-offer] button').click();
    await page.locator('[data-passkey-failed]').waitFor();
    await look(`${language} passkey`);
    await device.send('setUserVerified', { isUserVerified: true });
  }
  none(faults, 'all pages are accessible');
});
