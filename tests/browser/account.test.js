// Accounts from the command line, and signing in to the program that serves them.

import { after, afterEach, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { NARROW, WIDE, launch, reader } from './browser.js';
import { none } from './claims.js';
import { DATA_SET, LANGUAGES, demo, folder, run, start, stopAll } from './register.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PASSWORD = 'heron agave kettle';

let at;

before(async () => {
  at = await folder();
});
afterEach(stopAll);
after(() => at.remove());

/** What names an installation in the folder of this file's tests. */
const data = (name) => ['--data', path.join(at.path, name)];

/** A new installation with the data set, and no account. */
async function installed(name) {
  const done = await run(['load', DATA_SET, ...data(name)]);
  assert.equal(done.code, 0, done.stderr);
}

const serve = (name) => start(['serve', '--listen', '127.0.0.1:0', ...data(name)]);

/** Sends a form and returns the answer without following it. */
function post(address, fields, cookie = '') {
  const body = new URLSearchParams(fields);
  return fetch(address, { method: 'POST', body, redirect: 'manual', headers: { cookie } });
}

/** The cookie of a session for whoever has this address and the password of these tests. */
async function signIn(register, mail) {
  const answer = await post(`${register.address}/en/sign-in`, { mail, password: PASSWORD });
  assert.equal(answer.status, 303);
  const cookies = answer.headers.getSetCookie().filter((cookie) => cookie.startsWith('session='));
  assert.match(cookies[0], /; HttpOnly; SameSite=Lax$/);
  return cookies[0].split(';')[0];
}

/** The code that an app with this secret shows now (RFC 6238), in base32 and groups. */
function codeOf(secret) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll('-', '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(step).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The path of the link that a command printed. */
const linkIn = (text) => /http:\/\/[^/\s]+(\/\w+\/invitation\/[0-9a-f]{64})/.exec(text)[1];

test('an account is made, used, closed and erased from the command line', async () => {
  await installed('office');
  const add = (...args) => run(['account', 'add', ...args, ...data('office')]);
  const ana = ['--name', 'Ana Vinter', '--mail', 'ana@example.org'];
  const seat = ['--partnership', 'canada-mexico', '--voice', 'mx'];
  for (const wrong of [
    [...ana, '--role', 'king', ...seat],
    [...ana, '--role', 'officer'],
    [...ana, '--role', 'administrator', ...seat],
    ['--name', ' ', '--mail', 'ana@example.org', '--role', 'administrator'],
    ['--name', 'Ana Vinter', '--mail', 'ana', '--role', 'administrator'],
  ]) {
    const done = await add(...wrong);
    assert.equal(done.code, 1, done.stdout);
    assert.match(done.stderr, /^servanda: /);
  }
  const made = await add(...ana, '--role', 'co-chair', ...seat);
  assert.equal(made.code, 0, made.stderr);
  const id = /account ([0-9a-z]{10})/.exec(made.stdout)[1];
  const keeper = await add('--name', 'Oda Berg', '--mail', 'oda@example.org', '--role', 'administrator');
  assert.equal(keeper.code, 0, keeper.stderr);
  const twice = await add(...ana, '--role', 'officer', ...seat);
  assert.match(twice.stderr, /another account has this mail address/);

  const register = await serve('office');
  const link = register.address + linkIn(made.stdout);
  assert.match(await (await fetch(link)).text(), /Welcome, Ana Vinter\./);
  assert.equal((await post(link, { 'new-password': PASSWORD })).status, 303);
  const cookie = await signIn(register, 'ana@example.org');
  const workspace = () => fetch(`${register.address}/es/workspace`, { headers: { cookie }, redirect: 'manual' });
  assert.match(await (await workspace()).text(), /Copresidencia por México/);
  await register.stop();

  const listed = await run(['account', 'list', ...data('office')]);
  assert.match(listed.stdout, new RegExp(`${id}  Ana Vinter <ana@example.org>  co-chair of canada-mexico/mx  open`));
  const reset = await run(['account', 'reset', id, ...data('office')]);
  assert.equal(reset.code, 1);
  assert.match(reset.stderr, /the account has no second step/);
  assert.equal((await run(['account', 'close', id, ...data('office')])).code, 0);
  const again = await run(['account', 'close', id, ...data('office')]);
  assert.equal(again.code, 1);
  assert.match(again.stderr, /the account is closed/);
  const erase = ['account', 'erase', id, '--ground', 'personal-data', ...data('office')];
  assert.equal((await run(erase)).code, 0);
  const left = await run(['account', 'list', ...data('office')]);
  assert.match(left.stdout, new RegExp(`${id}  \\(erased\\) <\\(erased\\)>  co-chair of canada-mexico/mx  closed`));
  const verified = await run(['verify', ...data('office')]);
  assert.equal(verified.code, 0, verified.stderr);
});

test('serving without an account prints a link that makes the first administrator', async () => {
  await installed('first');
  const register = await serve('first');
  // The link is printed after the address.
  const link = await register.later(/\/invitation\/[0-9a-f]{64}/);
  const fields = { name: 'Oda Berg', mail: 'oda@example.org', 'new-password': PASSWORD };
  assert.equal((await post(link, fields)).status, 303);
  const cookie = await signIn(register, 'oda@example.org');
  const people = await fetch(`${register.address}/en/workspace/people`, { headers: { cookie } });
  assert.match(await people.text(), /Administrator of this installation/);
  await register.stop();
});

test('the demonstration has accounts of its own, made once', async () => {
  const names = async () => {
    const register = await demo(path.join(at.path, 'demo'));
    const page = await (await fetch(`${register.address}/en/sign-in`)).text();
    assert.match(page, /This is a demonstration/);
    await register.stop();
    return (await run(['account', 'list', ...data('demo')])).stdout;
  };
  const first = await names();
  assert.equal(first.trim().split('\n').length, 5);
  assert.equal(await names(), first);
});

test('the pages behind sign-in are accessible and fit, light and dark, on a telephone and a desk', async () => {
  const register = await demo(path.join(at.path, 'seen'));
  const browser = await launch();
  const faults = [];
  for (const language of LANGUAGES) {
    // Scripts run here because the inspector is one; the pages bring none.
    const page = await reader(browser, { javaScriptEnabled: true });
    const open = (place) => page.goto(`${register.address}/${language}${place}`);
    const look = async (name) => {
      await page.evaluate(axe);
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size);
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          const { violations } = await page.evaluate(() => globalThis.axe.run(document));
          faults.push(...violations.map(({ id, nodes }) => `${language} ${name}: ${id} ${nodes[0].target}`));
        }
        const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
        if (width > size.width) faults.push(`${language} ${name}: ${width} px wide`);
      }
    };
    await open('/workspace/people');
    await page.fill('#mail', 'administrator@demonstration.example');
    await page.fill('#password', 'another password');
    await page.click('form:has(#password) button');
    await look('sign-in, refused');
    const ofAll = await page.locator('.demonstration dd').last().innerText();
    await page.fill('#password', ofAll);
    await page.click('form:has(#password) button');
    await page.waitForURL(`${register.address}/${language}/workspace/people`);
    await page.click('.ask button');
    await look('accounts, refused');
    await page.fill('#name', 'Oda Berg');
    await page.fill('#mail', `oda.${language}@example.org`);
    await page.selectOption('#role', 'secretariat');
    await page.fill('#voice', 'ca');
    await page.click('.ask button');
    await look('invitation to hand over');
    const link = await page.locator('.handed-over').innerText();
    await page.click('main .prose a');
    await page.click('.rows li:last-child a');
    await look('account');
    await open('/workspace');
    await look('workspace');
    await page.fill('#second-password', ofAll);
    await page.click('form:has(#second-password) button');
    await look('second step');
    const secret = (await page.locator('.handed-over').innerText()).trim();
    assert.match(await page.locator('.scanned + p a').getAttribute('href'), /^otpauth:\/\/totp\//);
    await page.fill('#code', '000000');
    await page.click('.ask button');
    await look('second step, refused');
    await page.fill('#code', codeOf(secret));
    await page.click('.ask button');
    await look('recovery codes');
    const codes = await page.locator('.codes code').allInnerTexts();
    assert.equal(codes.length, 10);
    await open('/workspace');
    await look('workspace with second step');
    await page.click('form[action$="/sign-out"] button');
    await page.fill('#mail', 'administrator@demonstration.example');
    await page.fill('#password', ofAll);
    await page.click('form:has(#password) button');
    await look('code');
    await page.fill('#code', codes[0]);
    await page.click('.ask button');
    await page.waitForURL(`${register.address}/${language}/workspace`);
    await look('workspace after a recovery code');
    await page.fill('#second-password', ofAll);
    await page.fill('#second-code', codes[1]);
    await page.click('button[formaction$="/remove"]');
    await page.waitForURL(/done=second-step-removed/);
    await page.goto(link);
    await look('invitation');
    await page.context().close();
  }
  await browser.close();
  await register.stop();
  none(faults, 'all pages are accessible');
});
