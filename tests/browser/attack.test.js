// Two attackers that others wrote, wapiti and sqlmap, find nothing on the demonstration.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { none } from './claims.js';
import { demo, folder, run } from './register.js';

let at;
let register;

before(async () => {
  at = await folder();
  register = await demo(path.join(at.path, 'demo'));
});
after(async () => {
  await register?.stop();
  await at.remove();
});

/** Runs a program that is installed on the machine. */
const attack = (program, args) => run(args, { program, env: { ...process.env, HOME: at.path } });

// Forms carry no token: where a form comes from is told by the browser, and a test of its own sends
// one from elsewhere.
test('wapiti finds no weakness on public pages and on the way in', async () => {
  const report = path.join(at.path, 'wapiti.json');
  const faults = [];
  for (const place of ['/en', '/en/sign-in', '/en/workspace']) {
    const done = await attack('wapiti', [
      ...['--url', register.address + place, '--scope', 'page', '--depth', '1'],
      ...['--module', 'xss,sql,blindsql,exec,file,crlf,redirect,csp,xxe,ssrf'],
      ...['--max-scan-time', '2', '--format', 'json', '--output', report, '--no-bugreport'],
    ]);
    assert.equal(done.code, 0, done.stderr);
    const { vulnerabilities } = JSON.parse(readFileSync(report, 'utf8'));
    for (const [what, found] of Object.entries(vulnerabilities)) {
      faults.push(...found.map((it) => `${place}: ${what}: ${it.info}`));
    }
  }
  none(faults, 'wapiti finds nothing');
});

test('sqlmap finds nothing to inject', async () => {
  const sent = ['--data', 'mail=a%40b.example&password=x', '--headers', 'Sec-Fetch-Site: same-origin'];
  for (const [place, how] of [
    ['/en/search?q=water&kind=commitment', []],
    ['/en/canada-mexico/commitments?lens=youth&standing=documented', []],
    ['/api/v1/canada-mexico/commitments?page=1', []],
    ['/en/sign-in', sent],
  ]) {
    const done = await attack('sqlmap', [
      ...['--url', register.address + place, ...how, '--batch', '--flush-session'],
      // What tells by waiting takes minutes, and is mistaken on a machine that is busy.
      ...['--level', '1', '--smart', '--technique', 'BEU'],
      ...['--ignore-code', '422,429', '--output-dir', path.join(at.path, 'sqlmap')],
    ]);
    assert.match(done.stdout, /all tested parameters do not appear to be injectable/, place);
  }
});
