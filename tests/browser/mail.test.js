// Mail from the program to a mail server of others: in each reader's language, once for each thing,
// whatever the server answers and wherever the program dies.

import { after, afterEach, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { launch, reader } from './browser.js';
import { mailServer, stopMailServers } from './post.js';
import { DATA_SET, LANGUAGES, PROGRAM, folder, run, start, stopAll } from './register.js';

const PASSWORD = 'heron agave kettle';
const FROM = 'register@example.org';
const ADDRESS = 'https://register.example.org';
/** Who has an account: role, voice, language. */
const PEOPLE = {
  'ana@example.org': ['Ana Ruiz', 'administrator', undefined, 'en'],
  'inés@example.org': ['Inés Ávila', 'officer', 'mx', 'es'],
  'secretariat@example.org': ['Saúl "Sal" Paz', 'secretariat', 'mx', 'es'],
  'chair@example.org': ['Léa Roy', 'co-chair', 'ca', 'fr'],
  'officer@example.org': ['Oda <i>Berg</i>', 'officer', 'ca', 'en'],
};
const [ADMINISTRATOR, OFFICER_MX, SECRETARIAT, CHAIR, OFFICER_CA] = Object.keys(PEOPLE);

let at;
let server;
let browser;

before(async () => {
  at = await folder();
  browser = await launch();
  server = await mailServer();
  const loaded = await run(['load', DATA_SET, ...data()]);
  assert.equal(loaded.code, 0, loaded.stderr);
  const links = [];
  for (const [mail, [name, role, voice, language]] of Object.entries(PEOPLE)) {
    const seat = voice ? ['--partnership', 'canada-mexico', '--voice', voice] : [];
    const who = ['--name', name, '--mail', mail, '--role', role, '--language', language];
    const made = await run(['account', 'add', ...who, ...seat, ...data()]);
    assert.equal(made.code, 0, made.stderr);
    links.push(/(\/\w+\/invitation\/[0-9a-f]{64})/.exec(made.stdout)[1]);
  }
  const register = await serve();
  for (const link of links) {
    const body = new URLSearchParams({ 'new-password': PASSWORD });
    const taken = await fetch(register.address + link, { method: 'POST', body, redirect: 'manual' });
    assert.equal(taken.status, 303);
  }
  await register.stop();
});
afterEach(stopAll);
after(async () => {
  await browser?.close();
  stopMailServers();
  await at.remove();
});

const data = () => ['--data', path.join(at.path, 'office')];
const smtp = (port = server.port) =>
  ['--smtp-host', 'localhost', '--smtp-port', `${port}`, '--smtp-from', FROM, '--smtp-tls', 'none'];
const serve = (...more) => start(['serve', '--listen', '127.0.0.1:0', ...data(), ...more]);
const sendMail = (...more) => run(['mail', '--address', ADDRESS, ...data(), ...more]);

/** A browser of its own, signed in. */
async function signedIn(register, mail) {
  const page = await reader(browser);
  await page.goto(`${register.address}/es/sign-in`);
  await page.fill('#mail', mail);
  await page.fill('#password', PASSWORD);
  await page.click('form:has(#password) button');
  await page.waitForURL('**/es/workspace');
  return page;
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** The secretariat of Mexico proposes a commitment; the page of the proposal. */
async function propose(register) {
  const page = await signedIn(register, SECRETARIAT);
  await page.goto(`${register.address}/es/workspace/canada-mexico/mx`);
  await press(page, 'Empezar un compromiso nuevo');
  const texts = {
    title: ['Mend the water gauge', 'Réparer le limnimètre', 'Reparar el limnímetro'],
    wording: [
      'Mexico mends the gauge by June 30, 2027.',
      'Le Mexique répare le limnimètre d’ici le 30 juin 2027.',
      'México repara el limnímetro a más tardar el 30 de junio de 2027.',
    ],
  };
  for (const [role, versions] of Object.entries(texts)) {
    for (const [place, language] of LANGUAGES.entries()) {
      await page.fill(`#${role}-${language}`, versions[place]);
    }
  }
  await press(page, 'Guardar el borrador');
  await press(page, 'Proponer estas palabras');
  assert.match(page.url(), /\/mx\/proposals\/[0-9a-f]{64}$/);
  return page;
}

const addresses = (letters) => letters.map((letter) => letter.to[0]);

test('each is told in their language by the program that serves, also after a server that said later', async () => {
  await server.refuse(CHAIR, '451 4.7.1 Later, please');
  const register = await serve('--address', ADDRESS, ...smtp());
  const page = await propose(register);
  const proposal = new URL(page.url()).pathname;
  const letters = await server.letters(2);
  assert.deepEqual(addresses(letters), [OFFICER_MX, OFFICER_CA].sort());
  assert.equal((await server.next('refused')).to, CHAIR);
  await register.stop();

  // Begun anew, it does not wait; and nothing is sent a second time.
  const sent = await sendMail(...smtp());
  assert.equal(sent.stdout, 'mails sent: 1, refused: 0, waiting: 0\n', sent.stderr);
  letters.push(...(await server.letters(1)));
  const again = await sendMail(...smtp());
  assert.equal(again.stdout, 'mails sent: 0, refused: 0, waiting: 0\n', again.stderr);
  assert.deepEqual(await server.unread(), []);

  const expected = {
    [OFFICER_CA]: ['en', '1 notice from the register', 'Mexico has made a proposal to your side.'],
    [CHAIR]: ['fr', '1 avis du registre', 'Mexique : proposition faite à votre partie.'],
    [OFFICER_MX]: ['es', '1 aviso del registro', 'Su parte (México) presentó una propuesta.'],
  };
  for (const letter of letters) {
    const [language, subject, words] = expected[letter.to[0]];
    const voice = letter.to[0] === OFFICER_MX ? 'mx' : 'ca';
    const link = `${ADDRESS}${proposal.replace('/es/', `/${language}/`).replace('/mx/', `/${voice}/`)}`;
    assert.equal(letter.headers.Subject, subject);
    assert.equal(letter.sender, FROM);
    assert.equal(letter.headers.From, `Servanda <${FROM}>`);
    assert.equal(letter.headers['Auto-Submitted'], 'auto-generated');
    assert.equal(letter.headers['List-Unsubscribe'], `<${ADDRESS}/${language}/workspace#notices>`);
    assert.match(letter.headers['Message-ID'], /^<[0-9a-f]{20}@example\.org>$/);
    for (const body of [letter.plain, letter.html]) {
      assert.ok(body.includes(words), `${words}: ${body}`);
      assert.ok(body.includes(link), `${link}: ${body}`);
      assert.doesNotMatch(body, /gauge|limn/);
    }
    assert.match(letter.html, new RegExp(`<html lang="${language}-`));
    assert.doesNotMatch(letter.html, /<script|<img|src=|<i>/);
    assert.deepEqual(letter.defects, []);
    assert.equal(new Set(letter.names).size, letter.names.length, 'each header once');
  }
  const named = letters.find((letter) => letter.to[0] === OFFICER_CA);
  assert.match(named.headers.To, /Oda <i>Berg<\/i>/);
  assert.match(named.html, /Oda &#60;i&#62;Berg/);
});

test('a mail that is refused is shown to whom it was for and to administrators', async () => {
  const register = await serve('--address', ADDRESS, ...smtp());
  await server.refuse(OFFICER_CA, '550 5.1.1 Nobody here');
  const page = await propose(register);
  assert.equal((await server.next('refused')).to, OFFICER_CA);
  assert.deepEqual(addresses(await server.letters(2)), [OFFICER_MX, CHAIR].sort());
  await register.stop();
  const later = await serve('--address', ADDRESS, ...smtp());
  const officer = await signedIn(later, OFFICER_CA);
  await officer.goto(`${later.address}/en/workspace`);
  assert.match(await officer.textContent('main'), /the mail server refused it with code 550/);
  const administrator = await signedIn(later, ADMINISTRATOR);
  await administrator.goto(`${later.address}/en/workspace/people`);
  assert.match(await administrator.textContent('main'), /mail could not be delivered on .* \(code 550\)/);
  await officer.selectOption('#mail-choice', 'at-once');
  await press(officer, 'Save the choice');
  assert.doesNotMatch(await officer.textContent('main'), /550/);
  await page.context().close();
  const [again] = await server.letters(1);
  assert.deepEqual(again.to, [OFFICER_CA], 'what was refused is sent when the address takes mail again');
  await later.stop();
});

/** Has the program die when a dialogue has come to a point. */
async function killedAt(point) {
  await server.hold(point);
  const child = spawn(PROGRAM, ['mail', '--address', ADDRESS, ...data(), ...smtp()]);
  await server.next('held');
  child.kill('SIGKILL');
  await once(child, 'close');
}

test('a program that is killed before the letter goes sends it later, and once', async () => {
  const register = await serve();
  await propose(register);
  await register.stop();
  for (const point of ['EHLO', 'MAIL', 'RCPT', 'DATA']) await killedAt(point);
  assert.deepEqual(await server.unread(), []);
  const sent = await sendMail(...smtp());
  assert.equal(sent.stdout, 'mails sent: 3, refused: 0, waiting: 0\n', sent.stderr);
  assert.deepEqual(addresses(await server.letters(3)), [OFFICER_MX, CHAIR, OFFICER_CA].sort());
  assert.equal((await sendMail(...smtp())).stdout, 'mails sent: 0, refused: 0, waiting: 0\n');
});

test('a program that is killed before it hears whether a letter was taken never sends it again', async () => {
  const register = await serve();
  await propose(register);
  await register.stop();
  await killedAt('LETTER');
  const [first] = await server.letters(1);
  const sent = await sendMail(...smtp());
  const doubt = 'mails in doubt, which are not sent again: 1\n';
  assert.equal(sent.stdout, `mails sent: 2, refused: 0, waiting: 0\n${doubt}`, sent.stderr);
  const others = await server.letters(2);
  const everybody = addresses([first, ...others]).sort();
  assert.deepEqual(everybody, [OFFICER_MX, CHAIR, OFFICER_CA].sort());
  assert.equal((await sendMail(...smtp())).stdout, 'mails sent: 0, refused: 0, waiting: 0\n');
  assert.deepEqual(await server.unread(), []);
  const later = await serve('--address', ADDRESS);
  const told = await signedIn(later, first.to[0]);
  await told.goto(`${later.address}/en/workspace/notices`);
  assert.match(await told.textContent('main'), /may have been in a mail to you on .*: the mail server did not say/);
  const administrator = await signedIn(later, ADMINISTRATOR);
  await administrator.goto(`${later.address}/en/workspace/people`);
  assert.match(await administrator.textContent('main'), /a mail of .* is in doubt/);
  await later.stop();
  const verified = await run(['verify', ...data()]);
  assert.equal(verified.code, 0, verified.stderr);
});

test('whoever has an accent in their address signs in with it', async () => {
  const register = await serve();
  const page = await signedIn(register, OFFICER_MX);
  assert.match(await page.textContent('body'), /Inés Ávila/);
  await register.stop();
});

test('an invitation goes by mail, and its link is used once', async () => {
  const register = await serve('--address', ADDRESS, ...smtp());
  const administrator = await signedIn(register, ADMINISTRATOR);
  await administrator.goto(`${register.address}/en/workspace/people`);
  await administrator.fill('#name', 'Noé Brun');
  await administrator.fill('#mail', 'noe@example.org');
  await administrator.selectOption('#language', 'fr');
  await administrator.selectOption('#role', 'officer');
  await administrator.fill('#voice', 'ca');
  await administrator.click('.ask button');
  const said = await administrator.textContent('main');
  assert.match(said, /The invitation was sent by mail to Noé Brun, at noe@example\.org\./);
  assert.doesNotMatch(said, /[0-9a-f]{64}/);
  const [letter] = await server.letters(1);
  assert.equal(letter.headers.Subject, 'Votre invitation au registre');
  assert.equal(letter.headers['List-Unsubscribe'], undefined);
  const link = /https:\/\/register\.example\.org(\/fr\/invitation\/[0-9a-f]{64})/.exec(letter.plain)[1];
  assert.ok(letter.html.includes(link));
  const body = new URLSearchParams({ 'new-password': PASSWORD });
  const take = () => fetch(register.address + link, { method: 'POST', body, redirect: 'manual' });
  assert.equal((await take()).status, 303);
  assert.equal((await take()).status, 422);
  await register.stop();
});

test('over TLS with a certificate that is trusted and a password from a file, and not otherwise', async () => {
  const safe = path.join(at.path, 'safe');
  await mkdir(safe);
  const secure = await mailServer(safe);
  const file = path.join(at.path, 'password');
  await writeFile(file, `${PASSWORD}\n`, { mode: 0o600 });
  const register = await serve();
  await propose(register);
  await register.stop();
  const trusted = { env: { ...process.env, SSL_CERT_FILE: path.join(safe, 'ca.pem') } };
  const where = ['--smtp-host', 'localhost', '--smtp-from', FROM, '--smtp-port', `${secure.port}`];
  const login = ['--smtp-user', 'register', '--smtp-password-file', file];
  const send = (options, ...more) => run(['mail', ...data(), ...where, ...more], options);
  const refused = async (done, pattern, code) => {
    const ended = await done;
    assert.equal(ended.code, code, ended.stdout + ended.stderr);
    assert.match(ended.stderr, pattern);
    assert.doesNotMatch(ended.stderr, new RegExp(PASSWORD));
  };
  await refused(send({}, ...login), /takes no mail: .*certificate/i, 2);
  await refused(send(trusted), /takes no mail/, 2);
  await refused(send(trusted, ...login, '--smtp-tls', 'none'), /not sent to localhost without TLS/, 1);
  const plain = ['--smtp-host', 'localhost', '--smtp-from', FROM, '--smtp-port', `${server.port}`];
  await refused(run(['mail', ...data(), ...plain], trusted), /STARTTLS/, 2);
  const wrong = path.join(at.path, 'wrong');
  await writeFile(wrong, 'another', { mode: 0o600 });
  await refused(send(trusted, '--smtp-user', 'register', '--smtp-password-file', wrong), /takes no mail.*535/, 2);
  const open = path.join(at.path, 'open');
  await writeFile(open, PASSWORD, { mode: 0o644 });
  await refused(send(trusted, '--smtp-user', 'register', '--smtp-password-file', open), /others can read it/, 1);
  assert.deepEqual(await secure.unread(), []);
  const sent = await send(trusted, ...login);
  assert.match(sent.stdout, /^mails sent: [34], refused: 0, waiting: 0$/m, sent.stderr);
  const [letter] = await secure.letters(1);
  assert.ok(letter.secure && letter.login);
});
