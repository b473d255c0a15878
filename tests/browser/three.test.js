// Three parties, each in a browser of its own: what one proposes is agreed when both others have accepted,
// and not before; an objection of one keeps it open for all.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { launch, reader } from './browser.js';
import { folder, run, start } from './register.js';

const PASSWORD = 'heron agave kettle';
const PARTIES = ['north', 'south', 'east'];
const said = (role, words) => ['en', 'fr', 'es'].map((tag) => `${role}.${tag} = "${words}"`).join('\n');
const named = (name) => said('name', name);
const SET = `
[register]
namespace = "00112233445566778899aabbccddeeff"
partnership = "rivers"

[[partnership]]
key = "rivers"
${named('Rivers')}
${said('summary', 'Three parties look after rivers.')}
since = "2020"
parties = [${PARTIES.map((it) => `"party/${it}"`).join(', ')}]
${PARTIES.map((it) => `
[[party]]
key = "${it}"
code = "${it.slice(0, 2).toUpperCase()}"
${named(it)}`).join('\n')}
`;

let at;
let register;
let browser;
const side = {};

before(async () => {
  at = await folder();
  const data = ['--data', path.join(at.path, 'office')];
  const set = path.join(at.path, 'set');
  await mkdir(set);
  await writeFile(path.join(set, 'rivers.toml'), SET);
  const loaded = await run(['load', set, ...data]);
  assert.equal(loaded.code, 0, loaded.stderr);
  const links = [];
  for (const party of PARTIES) {
    const who = ['--name', `Chair of ${party}`, '--mail', `${party}@example.org`, '--role', 'co-chair'];
    const seat = ['--partnership', 'rivers', '--voice', party.slice(0, 2)];
    const made = await run(['account', 'add', ...who, ...seat, ...data]);
    assert.equal(made.code, 0, made.stderr);
    links.push(/http:\/\/[^/\s]+(\/\w+\/invitation\/[0-9a-f]{64})/.exec(made.stdout)[1]);
  }
  [register, browser] = await Promise.all([start(['serve', '--listen', '127.0.0.1:0', ...data]), launch()]);
  for (const [place, party] of PARTIES.entries()) {
    const page = await reader(browser);
    await page.goto(register.address + links[place]);
    await page.fill('#new-password', PASSWORD);
    await page.locator('main form button').first().click();
    await page.goto(`${register.address}/en/sign-in`);
    await page.fill('#mail', `${party}@example.org`);
    await page.fill('#password', PASSWORD);
    await page.click('form:has(#password) button');
    await page.waitForURL('**/en/workspace');
    side[party] = page;
  }
});
after(async () => {
  await browser?.close();
  await register?.stop();
  await at.remove();
});

const of = (party) => `${register.address}/en/workspace/rivers/${party.slice(0, 2)}`;
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** Proposes two commitments in the name of the north. */
async function proposed(titles) {
  const page = side.north;
  for (const title of titles) {
    await page.goto(of('north'));
    await press(page, 'Begin a new commitment');
    for (const tag of ['en', 'fr', 'es']) {
      await page.fill(`#title-${tag}`, title);
      await page.fill(`#wording-${tag}`, title);
    }
    await page.locator('form.wide [name^="owed-by-"]').first().check();
    await press(page, 'Save the draft');
  }
  await page.goto(`${of('north')}?choose=propose`);
  await page.locator('#side-drafts form.lot button').first().click();
  await page.locator('form.reviewed > .act button').click();
  await page.waitForURL(/proposed=2/);
}

/** Opens what waits for a side, all of it ticked, to be looked over. */
async function lookedOver(party) {
  await side[party].goto(`${of(party)}?choose=accept`);
  await side[party].locator('#side-waits-for-you form.lot button').first().click();
  await side[party].waitForURL('**/accept/review');
}

/** How many commitments a reader without an account sees as agreed. */
async function agreed() {
  const list = `${register.address}/en/rivers/commitments.json?standing=agreed`;
  return (await (await fetch(list)).json()).total;
}

test('three parties propose, accept and object, and what all accept is agreed', async () => {
  await proposed(['Clean the source', 'Mark the banks']);
  await lookedOver('south');
  await press(side.south, 'Give these answers for south');
  await side.south.waitForURL(/accepted=2/);
  assert.equal(await agreed(), 0, 'one of two others is not all');

  await lookedOver('east');
  const exception = side.east.locator('form.reviewed > ol > li').filter({ hasText: 'Mark the banks' });
  await exception.locator('textarea').fill('The banks move.');
  await press(side.east, 'Give these answers for east');
  const results = await side.east.textContent('main');
  assert.match(results, /“Clean the source”: accepted/);
  assert.match(results, /“Mark the banks”: objected to/);
  assert.equal(await agreed(), 1);

  // Everyone reads the objection; the north withdraws, and all that was accepted of it is over.
  await side.south.goto(of('south'));
  await side.south.locator('#side-accepted').getByRole('link', { name: 'Mark the banks' }).click();
  assert.match(await side.south.textContent('main'), /The banks move\./);
  await side.north.goto(of('north'));
  await side.north.getByRole('link', { name: 'Mark the banks' }).click();
  await side.north.fill('#withdraw-reason', 'East is right.');
  await press(side.north, 'Withdraw for north');
  assert.match(await side.north.textContent('main'), /Withdrawn by north\./);
  await side.east.goto(of('east'));
  assert.match(await side.east.textContent('#side-waits-for-you'), /Nothing waits for an answer of your side/);
  assert.equal(await agreed(), 1);
  await register.stop();
  const verified = await run(['verify', '--data', path.join(at.path, 'office')]);
  assert.equal(verified.code, 0, verified.stderr);
});
