// Signing in through a real identity provider (oidc-provider) on this machine: linking, signing in,
// and everything that must not sign anybody in. The provider is reached as `localhost` and the
// register at a number, so that each is another site to the other, as they are in earnest.

import { after, afterEach, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

import { NARROW, WIDE, launch, reader } from './browser.js';
import { none } from './claims.js';
import { DATA_SET, LANGUAGES, folder, run, start, stopAll } from './register.js';

const PASSWORD = 'heron agave kettle';
const SECRET = 'a secret of the register and the provider';
const MAIL = 'ana@example.org';
const NAME = 'Ministry sign-on';

let at;
let browser;
let server;
let issuer;
/** Answers the requests to the provider. */
let answering;
let serve;

before(async () => {
  at = await folder();
  const data = ['--data', path.join(at.path, 'office')];
  assert.equal((await run(['load', DATA_SET, ...data])).code, 0);
  const seat = ['--role', 'co-chair', '--partnership', 'canada-mexico', '--voice', 'mx'];
  const made = await run(['account', 'add', '--name', 'Ana Vinter', '--mail', MAIL, ...seat, ...data]);
  server = createServer((request, response) => answering(request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://localhost:${server.address().port}`;
  const secret = path.join(at.path, 'secret');
  await writeFile(secret, `${SECRET}\n`, { mode: 0o600 });
  const provider = ['--provider', issuer, '--provider-client', 'register'];
  const named = ['--provider-secret', secret, '--provider-name', NAME];
  serve = () => start(['serve', '--listen', '127.0.0.1:0', ...provider, ...named, ...data]);

  const register = await serve();
  const link = /\/en\/invitation\/[0-9a-f]{64}/.exec(made.stdout)[0];
  const body = new URLSearchParams({ 'new-password': PASSWORD });
  const chosen = await fetch(register.address + link, { method: 'POST', body, redirect: 'manual' });
  assert.equal(chosen.status, 303);
  await register.stop();
  browser = await launch();
});
afterEach(stopAll);
after(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await at.remove();
});

/** A register, and the provider that knows it. */
async function running() {
  const register = await serve();
  const back = `${register.address}/sign-in/provider/back`;
  const client = { client_id: 'register', client_secret: SECRET, redirect_uris: [back] };
  const provider = new Provider(issuer, {
    clients: [client],
    pkce: { required: () => true },
    cookies: { keys: ['only for this test'] },
  });
  answering = provider.callback();
  return register;
}

/** Says at the provider who one is, and agrees. */
async function sayWho(page, login) {
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', 'any');
  await page.click('button[type=submit]');
  await page.click('button[type=submit]');
}

/** Signs in with the password and links the account to a login at the provider. */
async function linked(register, page, login) {
  await page.goto(`${register.address}/en/workspace`);
  await page.fill('#mail', MAIL);
  await page.fill('#password', PASSWORD);
  await page.click('form:has(#password) button');
  await page.fill('#link-password', PASSWORD);
  await page.click('form:has(#link-password) button');
  await page.click(`text=Go on to ${NAME}`);
  await sayWho(page, login);
  await page.waitForURL(/\/en\/workspace\?done=linked$/);
}

const signOut = (page) => page.click('form[action$="/sign-out"] button');
const words = (page) => page.locator('main').innerText();
const sessions = async (page) =>
  (await page.context().cookies()).filter(({ name }) => name === 'session');

test('an account is linked, signs in through the provider to what was asked for, and is unlinked', async () => {
  const register = await running();
  const page = await reader(browser);
  await linked(register, page, 'ana-at-the-ministry');
  assert.match(await words(page), /Your account is linked/);
  assert.match(await words(page), new RegExp(issuer));
  await signOut(page);
  await page.goto(`${register.address}/en/workspace/canada-mexico/mx`);
  await page.click(`text=Sign in with ${NAME}`);
  await page.waitForURL(`${register.address}/en/workspace/canada-mexico/mx`);
  await page.goto(`${register.address}/en/workspace`);
  assert.match(await words(page), /through the identity provider/);
  await page.click('form[action$="/links/remove"] button');
  await page.waitForURL(/\/sign-in/);
  assert.equal((await page.goto(`${register.address}/en/workspace`)).url().includes('sign-in'), true);
  await page.click(`text=Sign in with ${NAME}`);
  assert.match(await words(page), /no account here is linked to that/);
  await page.context().close();
  await register.stop();
});

test('whoever the provider knows and nobody has linked is not signed in', async () => {
  const register = await running();
  const page = await reader(browser);
  await page.goto(`${register.address}/es/sign-in`);
  await page.click(`text=Iniciar sesión con ${NAME}`);
  // The same mail address at the provider is nobody's link.
  await sayWho(page, MAIL);
  assert.match(await words(page), /ninguna cuenta de aquí está vinculada/);
  assert.deepEqual(await sessions(page), []);
  await page.context().close();
  await register.stop();
});

test('a state that was made up, or is of another browser, signs nobody in', async () => {
  const register = await running();
  const page = await reader(browser);
  await linked(register, page, 'ana-of-another-browser');
  await signOut(page);
  const forged = `${register.address}/sign-in/provider/back?code=any&state=made-up`;
  await page.goto(forged);
  assert.match(await words(page), /This took too long, or began in another browser/);
  // A code and a state that are good, in a browser that has not begun the round.
  const { request } = page.context();
  let caught = `${register.address}/en/sign-in/provider`;
  while (!caught.includes('code=')) {
    const answer = await request.get(caught, { maxRedirects: 0 });
    caught = new URL(answer.headers().location, caught).href;
  }
  assert.ok(caught.startsWith(`${register.address}/sign-in/provider/back?`), caught);
  const other = await reader(browser);
  await other.goto(caught);
  assert.match(await words(other), /began in another browser/);
  assert.deepEqual(await sessions(other), []);
  // In the browser that has begun it, it is still good, once.
  await page.goto(caught);
  assert.match(page.url(), /\/en\/workspace$/);
  await signOut(page);
  await page.goto(caught);
  assert.match(await words(page), /This took too long/);
  await other.context().close();
  await page.context().close();
  await register.stop();
});

test('a token with another nonce is not taken', async () => {
  const register = await running();
  const page = await reader(browser);
  await linked(register, page, 'ana-with-another-nonce');
  await signOut(page);
  const started = await page.context().request.get(`${register.address}/en/sign-in/provider`, { maxRedirects: 0 });
  const asked = new URL(started.headers().location);
  assert.equal(asked.searchParams.get('code_challenge_method'), 'S256');
  assert.equal(asked.searchParams.get('scope'), 'openid');
  asked.searchParams.set('nonce', 'made-up');
  await page.goto(asked.href);
  assert.match(await words(page), /could not be verified, and nobody is signed in/);
  assert.deepEqual(await sessions(page), []);
  await page.context().close();
  await register.stop();
});

test('what is not signed by the provider, for us and for now is not taken', async () => {
  const register = await serve();
  const ours = await generateKeyPair('ES256');
  const others = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(ours.publicKey)), kid: 'ours', alg: 'ES256', use: 'sig' };
  const algorithms = ['ES256', 'HS256', 'none'];
  const discovered = {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: algorithms,
  };
  let answer;
  answering = (request, response) => {
    const send = (value) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (request.url === '/.well-known/openid-configuration') return send(discovered);
    if (request.url === '/jwks') return send({ keys: [key] });
    return answer(response, send);
  };
  /** What the page says to a token that is made for this round. */
  const told = async (make) => {
    const began = await fetch(`${register.address}/en/sign-in/provider`, { redirect: 'manual' });
    const asked = new URL(began.headers.get('location')).searchParams;
    const cookie = began.headers.getSetCookie().find((it) => it.startsWith('round=')).split(';')[0];
    answer = async (response, send) => {
      const token = await make(asked.get('nonce'), response);
      if (token) send({ access_token: 'any', token_type: 'Bearer', id_token: token });
    };
    const back = `${register.address}/en/sign-in/provider/back?code=any&state=${asked.get('state')}`;
    const page = await fetch(back, { headers: { cookie } });
    return page.text();
  };
  const now = Math.floor(Date.now() / 1000);
  const claims = (nonce, others = {}) => ({
    iss: issuer,
    aud: 'register',
    sub: 'ana',
    iat: now,
    exp: now + 300,
    nonce,
    ...others,
  });
  const signed = (payload, { privateKey } = ours, alg = 'ES256') =>
    new SignJWT(payload).setProtectedHeader({ alg, kid: 'ours' }).sign(privateKey);
  assert.match(await told((nonce) => signed(claims(nonce))), /no account here is linked/);
  const secret = { privateKey: new TextEncoder().encode(SECRET) };
  const forged = {
    'for another client': (nonce) => signed(claims(nonce, { aud: 'another' })),
    'by another issuer': (nonce) => signed(claims(nonce, { iss: 'https://other.example' })),
    ended: (nonce) => signed(claims(nonce, { exp: now - 1 })),
    'of another round': () => signed(claims('made up')),
    'of no round': () => signed(claims(undefined)),
    'with another key': (nonce) => signed(claims(nonce), others),
    'with the shared secret': (nonce) => signed(claims(nonce), secret, 'HS256'),
    'not signed': (nonce) => new UnsecuredJWT(claims(nonce)).encode(),
  };
  for (const [what, make] of Object.entries(forged)) {
    assert.match(await told(make), /could not be verified/, what);
  }
  // Whoever is led elsewhere does not go, and an answer has an end.
  let led = false;
  const elsewhere = (response) => {
    response.writeHead(302, { location: `${issuer}/elsewhere` }).end();
    answer = () => {
      led = true;
    };
  };
  assert.match(await told((_nonce, response) => elsewhere(response)), /does not answer/);
  assert.equal(led, false);
  const endless = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(`{"access_token":"${'a'.repeat(300_000)}"}`);
  };
  assert.match(await told((_nonce, response) => endless(response)), /does not answer/);
  await register.stop();
});

test('a provider that refuses, breaks off or is down is said to be so', async () => {
  const register = await running();
  const page = await reader(browser);
  await page.goto(`${register.address}/en/sign-in/provider`);
  await page.click('text=Cancel');
  assert.match(await words(page), /has not said who you are \(its reason: access_denied\)/);
  const whole = answering;
  answering = (request, response) =>
    request.url.startsWith('/token') ? request.socket.destroy() : whole(request, response);
  await page.goto(`${register.address}/fr/sign-in`);
  await page.click(`text=Ouvrir une session avec ${NAME}`);
  await sayWho(page, 'ana');
  assert.match(await words(page), new RegExp(`${NAME} ne répond pas`));
  await register.stop();
  assert.match(await register.errors, /ERROR.*the identity provider does not answer/);
  answering = (request) => request.socket.destroy();
  const again = await serve();
  const answer = await page.goto(`${again.address}/en/sign-in/provider`);
  assert.equal(answer.status(), 422);
  assert.match(await words(page), new RegExp(`${NAME} does not answer`));
  assert.ok(await page.locator('#password').isVisible(), 'the password is still asked for');
  await page.context().close();
  await again.stop();
});

test('a secret that others can read, and an issuer in the clear, are refused', async () => {
  const data = ['--data', path.join(at.path, 'office')];
  const open = path.join(at.path, 'open');
  await writeFile(open, SECRET);
  await chmod(open, 0o644);
  const client = ['--provider-client', 'register'];
  const seen = await run(['serve', '--provider', issuer, ...client, '--provider-secret', open, ...data]);
  assert.equal(seen.code, 1);
  assert.match(seen.stderr, /others than its owner can read the secret/);
  const clear = await run(['serve', '--provider', 'http://login.example.org', ...client, ...data]);
  assert.equal(clear.code, 1);
  assert.match(clear.stderr, /must be asked over TLS/);
});

test('the pages with the provider are accessible and fit, in every language', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const register = await running();
  const faults = [];
  for (const language of LANGUAGES) {
    const page = await reader(browser, { javaScriptEnabled: true });
    const look = async (name) => {
      await page.evaluate(axe);
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document));
        faults.push(...violations.map(({ id, nodes }) => `${language} ${name}: ${id} ${nodes[0].target}`));
        const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
        if (width > size.width) faults.push(`${language} ${name}: ${width} px wide`);
      }
    };
    await page.goto(`${register.address}/${language}/workspace`);
    await look('sign-in');
    await page.fill('#mail', MAIL);
    await page.fill('#password', PASSWORD);
    await page.click('form:has(#password) button');
    await look('workspace');
    await page.fill('#link-password', PASSWORD);
    await page.click('form:has(#link-password) button');
    await look('on to the provider');
    await page.goto(`${register.address}/${language}/sign-in/provider/back?state=made-up`);
    await page.context().close();
  }
  await register.stop();
  none(faults, 'all pages are accessible');
});
