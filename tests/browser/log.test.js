// What the program logs of who is kept out, and what it never logs.

import { after, afterEach, before, test } from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path';

import { DATA_SET, folder, run, start, stopAll } from './register.js';

const PASSWORD = 'heron agave kettle';
const MAIL = 'oda@example.org';

let at;

before(async () => {
  at = await folder();
});
afterEach(stopAll);
after(() => at.remove());

/** Sends a form as a page of the site does, or as the headers say. */
function post(address, fields, headers = {}) {
  const body = new URLSearchParams(fields);
  return fetch(address, { method: 'POST', body, redirect: 'manual', headers });
}

test('who is kept out is logged without saying who, and no token is, whatever is asked for', async () => {
  const data = ['--data', path.join(at.path, 'office')];
  assert.equal((await run(['load', DATA_SET, ...data])).code, 0);
  const seat = ['--role', 'officer', '--partnership', 'canada-mexico', '--voice', 'mx'];
  const made = await run(['account', 'add', '--name', 'Oda Berg', '--mail', MAIL, ...seat, ...data]);
  const invitation = /\/en\/invitation\/([0-9a-f]{64})/.exec(made.stdout);

  const proxy = ['--trusted-proxy', '127.0.0.1'];
  const listen = ['--listen', '127.0.0.1:0'];
  const register = await start(['serve', ...listen, ...proxy, ...data], { RUST_LOG: 'trace' });
  const link = `${register.address}${invitation[0]}`;
  assert.equal((await fetch(link)).status, 200);
  assert.equal((await post(link, { 'new-password': PASSWORD })).status, 303);

  const signIn = (password, source) =>
    post(`${register.address}/en/sign-in`, { mail: MAIL, password }, { 'x-forwarded-for': source });
  for (let tried = 0; tried < 10; tried += 1) {
    assert.equal((await signIn('another password', '203.0.113.5')).status, 422);
  }
  assert.equal((await signIn(PASSWORD, '203.0.113.5')).status, 429);
  // Whoever asks through the proxy from elsewhere need not wait.
  const session = await signIn(PASSWORD, '203.0.113.6');
  assert.equal(session.status, 303);
  const cookie = session.headers.getSetCookie().find((it) => it.startsWith('session=')).split(';')[0];
  const people = await fetch(`${register.address}/en/workspace/people`, { headers: { cookie } });
  assert.equal(people.status, 403);
  const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
  assert.equal((await post(`${register.address}/en/sign-out`, {}, elsewhere)).status, 403);
  await fetch(`${register.address}/en/workspace/%0Aforged`, { headers: { cookie } });
  await register.stop();

  const log = await register.errors;
  assert.match(log, /WARN.*too much was tried to sign in/);
  assert.match(log, /WARN.*a page was asked for that is not for the roles.*\/workspace\/people/);
  assert.match(log, /WARN.*a form came from another site/);
  const token = cookie.split('=')[1];
  for (const secret of [invitation[1], token, PASSWORD, MAIL, 'Oda', '203.0.113', 'elsewhere.example']) {
    assert.ok(!log.includes(secret), `the log says ${secret}`);
  }
  assert.doesNotMatch(log, /^forged/m);
});
