// The pages on which a side works: accessible, and fitting, in each language, wide and narrow; and how
// a person finds what waits for them.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { NARROW, WIDE, launch, reader } from './browser.js';
import { none } from './claims.js';
import { LANGUAGES, demoOfItsOwn } from './register.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIDE = 'workspace/canada-mexico/ca';
const KINDS = [
  'meeting', 'instrument', 'section', 'recommendation', 'body', 'post', 'term', 'person',
  'institution', 'engagement', 'participation', 'figure',
];

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

/** A browser of its own, signed in. Scripts run, because the inspector is one. */
async function signedIn(who, language = 'en') {
  const page = await reader(browser, { javaScriptEnabled: true });
  await page.goto(`${register.address}/${language}/sign-in`);
  await page.fill('#mail', `${who}@demonstration.example`);
  await page.fill('#password', password);
  await page.click('form:has(#password) button');
  await page.waitForURL(`${register.address}/${language}/workspace`);
  return page;
}

/** Sends a form from a page of the site, and stays on what answers. */
async function send(page, path, fields) {
  const sent = page.evaluate(
    ([action, fields]) => {
      const form = document.body.appendChild(document.createElement('form'));
      Object.assign(form, { method: 'post', action });
      for (const [name, value] of fields) {
        const field = form.appendChild(document.createElement('textarea'));
        Object.assign(field, { name, value });
      }
      form.submit();
    },
    [path, Object.entries(fields)],
  );
  await Promise.all([page.waitForEvent('load'), sent]);
}

/** Presses a button and waits for the page that answers. */
async function press(page, button) {
  await Promise.all([page.waitForEvent('load'), button.click()]);
}

/** A commitment of the Canadian side with a title in each language; its address without language. */
async function drafted(page, title, language = 'en') {
  await page.goto(`${register.address}/${language}/${SIDE}`);
  await page.locator('main form.act[method=post] button').first().click();
  await page.waitForURL(/drafts\/[0-9a-z]{10}$/);
  for (const tag of LANGUAGES) await page.fill(`#title-${tag}`, title);
  await page.locator('form.wide button').click();
  await page.waitForURL(/saved=yes/);
  return new URL(page.url()).pathname.slice(3);
}

/** What looks at the page that is there, and notes what is wrong with it. */
function inspector(page, faults) {
  return async (name) => {
    await page.evaluate(axe);
    for (const [size, colorScheme] of [[WIDE, 'light'], [NARROW, 'dark']]) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      faults.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0].target}`));
      const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
      if (width > size.width) faults.push(`${name}: ${width} px wide at ${size.width}`);
    }
    await page.setViewportSize(WIDE);
  };
}

test('every page of the desk is accessible and fits, in every language, wide and narrow', async () => {
  const page = await signedIn('co-chair.ca');
  const faults = [];
  const look = inspector(page, faults);
  const record = (await (await fetch(`${register.address}/en/canada-mexico/commitments.json`)).json()).records[0].id;
  const draft = await drafted(page, 'Count the herons');
  await drafted(page, 'Ring the herons');
  await page.goto(`${register.address}/en${draft}`);
  const self = await page.locator('#assigned option', { hasText: 'Co-chair' }).getAttribute('value');
  await page.selectOption('#assigned', self);
  await press(page, page.locator('#of-whom button'));
  await page.fill('#said', 'Look at the dates.');
  await page.selectOption('#to-whom', self);
  await press(page, page.locator('form:has(#said) button'));

  for (const language of LANGUAGES) {
    const at = `/${language}/${SIDE}`;
    const go = async (path) => {
      const answer = await page.goto(register.address + path);
      assert.equal(answer.status(), 200, path);
      await look(path);
    };
    await go(at);
    await go(`${at}?choose=propose`);
    await go(`/${language}/workspace/waits`);
    await go(`/${language}${draft}`);
    await go(`/${language}${draft}/preview`);
    await go(`${at}/drafts?record=${record}`);
    await send(page, `${at}/records/${record}/dispute`, { 'dispute-reason': ' ' });
    await look(`${language} remark refused`);
    await send(page, `${at}/comments`, { about: 'x', said: ' ' });
    await look(`${language} comment refused`);
    for (const kind of KINDS) {
      await go(`${at}/drafts?kind=${kind}`);
    }
    await send(page, `${at}/drafts`, { kind: 'meeting', date: '?', 'organizers-1': 'Nobody' });
    await look(`${language} new draft refused`);
    await page.goto(register.address + `/${language}${draft}`);
    await page.fill('#due', 'one of these days');
    await page.fill('#continues [name="continues-1"]', 'Nothing of this name');
    await press(page, page.locator('form.wide button'));
    await look(`${language} draft refused`);
    await page.goto(`${register.address}${at}?choose=propose`);
    await press(page, page.locator('#side-drafts form.lot button'));
    assert.equal(await page.locator('form.reviewed').count(), 1);
    await look(`${language} review`);
  }
  none(faults, 'every page is accessible and fits');
  await page.context().close();
});

/** Proposes a draft, and says under which address the proposal is. */
async function proposed(page, draft) {
  await page.goto(`${register.address}/en${draft}`);
  await press(page, page.getByRole('button', { name: 'Propose these words', exact: true }));
  const refused = String(await page.locator('.mend').allTextContents());
  assert.match(page.url(), /proposals\/[0-9a-f]{64}$/, refused);
  return new URL(page.url()).pathname.slice(3);
}

test('what is answered, corrected, kept, erased and made public is accessible and fits too', async () => {
  const [page, other] = [await signedIn('co-chair.ca'), await signedIn('secretariat.mx')];
  const faults = [];
  const [look, lookOther] = [inspector(page, faults), inspector(other, faults)];
  const first = await proposed(page, await drafted(page, 'Count the owls'));
  const second = await proposed(page, await drafted(page, 'Ring the owls'));
  const leaf = (proposal) => proposal.split('/').pop();
  const theirs = SIDE.replace(/ca$/, 'mx');
  const chosen = { [`proposal-${leaf(first)}`]: 'yes', [`proposal-${leaf(second)}`]: 'yes' };
  for (const language of LANGUAGES) {
    await other.goto(`${register.address}/${language}/${theirs}`);
    await send(other, `/${language}/${theirs}/accept/review`, chosen);
    await lookOther(`${language} accept review`);
  }
  await send(other, `/en/${theirs}/accept`, { [`proposal-${leaf(first)}`]: 'yes' });
  await page.goto(`${register.address}/en${second}`);
  await page.fill('#withdraw-reason', 'Another year.');
  await press(page, page.getByRole('button', { name: /^Withdraw for/ }));

  const texts = `/${SIDE}/texts`;
  await page.goto(`${register.address}/en${texts}`);
  const acts = await page.locator('#reveal input[type=checkbox]').evaluateAll((all) => all.map((it) => it.name));
  assert.equal(acts.length, 2);
  await page.goto(`${register.address}/en${texts}?q=Ring`);
  const words = await page.locator('#erase input[type=checkbox]').evaluateAll((all) => all.map((it) => it.name));
  assert.equal(words.length, 3);
  const [act, text] = [{ [acts[0]]: 'yes' }, { [words[0]]: 'yes' }];
  const agreed = await (await fetch(`${register.address}/en/canada-mexico/commitments.json?standing=agreed`)).json();
  const record = agreed.records.find((it) => it.texts.title.en === 'Count the owls').id;
  for (const language of LANGUAGES) {
    await page.goto(`${register.address}/${language}${texts}?q=owls`);
    await look(`${language} erase or make public`);
    await send(page, `/${language}${texts}/reveal/review`, act);
    await look(`${language} reveal review`);
    await send(page, `/${language}${texts}/erase/review`, text);
    await look(`${language} erase review`);
    await send(page, `/${language}${texts}/erase`, text);
    await look(`${language} no ground`);
    await page.goto(`${register.address}/${language}/${SIDE}/drafts?record=${record}`);
    await look(`${language} record`);
  }
  await send(page, `/en${texts}/reveal`, { [acts[0]]: 'yes', [acts[1]]: 'yes' });
  await look('results');
  await send(page, `/en${texts}/erase`, { ...text, ground: 'mistake' });
  assert.match(await page.textContent('main'), /1 text erased\./);
  await page.goto(`${register.address}/en${second}`);
  await look('proposal of which words are erased');
  const entry = await page.goto(`${register.address}/fr/canada-mexico/journal/ca`);
  assert.equal(entry.status(), 200);
  await press(page, page.locator('main a[href*="/journal/ca/"]').first());
  await look('entry');

  await page.goto(`${register.address}/en/${SIDE}/drafts?record=${record}`);
  await press(page, page.getByRole('button', { name: 'Begin a correction', exact: true }));
  const correction = new URL(page.url()).pathname.slice(3);
  for (const language of LANGUAGES) {
    await page.goto(`${register.address}/${language}${correction}`);
    await page.fill('#title-en', `Count the owls, ${language}`);
    await page.waitForFunction(() => document.querySelector('[data-kept-told]').textContent !== '');
    await page.goto(`${register.address}/${language}${correction}`);
    assert.equal(await page.locator('.kept').count(), 1);
    await look(`${language} correction with what was kept`);
  }
  // What was kept on the page of another language names the parties in that language.
  for (const tag of LANGUAGES) {
    await page.fill(`#title-${tag}`, 'Count all owls');
    await page.fill(`#correction-${tag}`, 'One word was missing.');
  }
  await press(page, page.locator('form.wide button'));
  const proposal = await proposed(page, correction);
  for (const language of LANGUAGES) {
    await page.goto(`${register.address}/${language}${proposal}`);
    await look(`${language} proposal of a correction`);
  }
  none(faults, 'every page is accessible and fits');
  await page.context().close();
  await other.context().close();
});

/** A browser without scripts that is signed in. */
async function withoutScripts(who, language) {
  const page = await reader(browser, { viewport: NARROW });
  await page.goto(`${register.address}/${language}/sign-in`);
  await page.fill('#mail', `${who}@demonstration.example`);
  await page.fill('#password', password);
  await page.click('form:has(#password) button');
  await page.waitForURL(`${register.address}/${language}/workspace`);
  return page;
}

/** Goes by the tabulator key to something, and presses a key on it. */
async function byKeys(page, target, key) {
  const wanted = await target.elementHandle();
  for (let step = 0; step < 300; step += 1) {
    const there = await page.locator(':focus').elementHandles();
    if (there.length > 0 && (await wanted.evaluate((one, other) => one === other, there[0]))) {
      await page.keyboard.press(key);
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail('the keyboard does not lead there');
}

test('many are withdrawn, answered and spoken about by keys alone, and their pages fit', async () => {
  const page = await signedIn('co-chair.ca');
  const faults = [];
  const look = inspector(page, faults);
  const titles = ['Count the cranes', 'Ring the cranes', 'Feed the cranes'];
  for (const title of titles) await proposed(page, await drafted(page, title));
  const other = await signedIn('secretariat.mx');
  const lookOther = inspector(other, faults);
  const theirs = SIDE.replace(/ca$/, 'mx');
  const is = (side, list, titles) => side.locator(`${list} li`).filter({ hasText: titles }).locator('input');
  for (const language of LANGUAGES) {
    const at = `${register.address}/${language}/${SIDE}`;
    await page.goto(`${at}?choose=withdraw`);
    await look(`${language} side with what it proposed`);
    await press(page, page.locator('#side-waits-for-them form.lot button').first());
    await look(`${language} withdraw review`);
    await send(page, `/${language}/${SIDE}/withdraw`, {
      [await page.locator('form.reviewed input[type=checkbox]').first().getAttribute('name')]: 'yes',
      reason: 'Too \u0441oon.',
    });
    assert.equal(await page.locator('#reason-error').count(), 1);
    await look(`${language} withdraw reason refused`);
    await page.goto(`${at}/records?kind=commitment&choose=yes`);
    await look(`${language} records`);
    for (const place of [0, 1]) {
      await page.goto(`${at}/records?kind=commitment&choose=yes`);
      await press(page, page.locator('#remarks-records form.lot button').nth(place));
      await look(`${language} remark review ${place}`);
    }
    await press(page, page.locator('form.reviewed > .act button'));
    assert.equal(await page.locator('#reason-error').count(), 1);
    await look(`${language} remark without a reason`);
    await other.goto(`${register.address}/${language}/${theirs}?choose=accept`);
    await press(other, other.locator('#side-waits-for-you [formaction$="/counter/review"]'));
    await lookOther(`${language} counter review`);
  }
  none(faults, 'every page is accessible and fits');

  // The other side begins drafts with two of them, one of which it has already.
  const mexico = await withoutScripts('secretariat.mx', 'es');
  await mexico.goto(`${register.address}/es/${theirs}`);
  await byKeys(mexico, is(mexico, '#side-waits-for-you', 'Ring the cranes'), 'Space');
  await byKeys(mexico, mexico.locator('#side-waits-for-you [formaction$="/counter/review"]'), 'Enter');
  await mexico.waitForURL('**/counter/review');
  await byKeys(mexico, mexico.locator('form.reviewed > .act button'), 'Enter');
  await mexico.waitForURL('**/mx?countered=1');
  assert.match(await mexico.textContent('main'), /1 borrador empezado con las palabras propuestas/);
  await mexico.goto(`${register.address}/es/${theirs}?choose=accept`);
  await byKeys(mexico, mexico.locator('#side-waits-for-you form.lot button').first(), 'Enter');
  await mexico.waitForURL('**/accept/review');
  await byKeys(mexico, mexico.locator('form.reviewed [formaction$="/counter/review"]'), 'Enter');
  await mexico.waitForURL('**/counter/review');
  assert.match(await mexico.textContent('form.reviewed'), /Su parte ya tiene un borrador de esta ficha/);
  assert.equal(await mexico.locator('form.reviewed input:checked').count(), (await mexico.locator('form.reviewed li.block').count()) - 1);

  // This side withdraws what it proposed, with one reason.
  const canada = await withoutScripts('co-chair.ca', 'fr');
  await canada.goto(`${register.address}/fr/${SIDE}`);
  for (const title of ['Count the cranes', 'Ring the cranes']) {
    await byKeys(canada, is(canada, '#side-waits-for-them', title), 'Space');
  }
  await byKeys(canada, canada.locator('#side-waits-for-them form.lot button').first(), 'Enter');
  await canada.waitForURL('**/withdraw/review');
  assert.match(await canada.textContent('h1'), /Revoir 2 propositions avant de les retirer/);
  const reason = canada.locator('#reason');
  await byKeys(canada, reason, 'End');
  await canada.keyboard.type('Une autre année.');
  await byKeys(canada, canada.locator('form.reviewed > .act button'), 'Enter');
  await canada.waitForURL('**/ca?withdrawn=2');
  assert.match(await canada.textContent('main'), /2 propositions retirées/);
  // On the page that was open meanwhile, what is over is named and the rest is done.
  await mexico.goto(`${register.address}/es/${theirs}`);
  await mexico.getByRole('link', { name: 'Count the cranes' }).click();
  assert.match(await mexico.textContent('main'), /Une autre année\./);

  // It disputes two records, one with words of its own.
  await canada.goto(`${register.address}/fr/${SIDE}/records?kind=meeting`);
  const names = canada.locator('#remarks-records .row-title a');
  const pages = await names.evaluateAll((links) => links.slice(0, 2).map((it) => it.href));
  for (const place of [0, 1]) {
    await byKeys(canada, canada.locator('#remarks-records input[type=checkbox]').nth(place), 'Space');
  }
  await byKeys(canada, canada.locator('#remarks-records form.lot button').first(), 'Enter');
  await canada.waitForURL('**/dispute/review');
  await byKeys(canada, canada.locator('textarea[name^="reason-"]').first(), 'End');
  await canada.keyboard.type('Celle-ci était ailleurs.');
  await byKeys(canada, canada.locator('#reason'), 'End');
  await canada.keyboard.type('Elle n’a pas eu lieu ce jour-là.');
  await byKeys(canada, canada.locator('form.reviewed > .act button'), 'Enter');
  await canada.waitForURL('**/ca?disputed=2');
  for (const [place, words] of [/Celle-ci était ailleurs/, /n’a pas eu lieu ce jour-là/].entries()) {
    await canada.goto(pages[place]);
    assert.match(await canada.textContent('main'), words);
  }
  for (const it of [page, other, mexico, canada]) await it.context().close();
});

test('somebody who is told something finds it from any page, and ticks it off', async () => {
  const [chair, officer] = [await signedIn('co-chair.ca'), await signedIn('officer.ca', 'fr')];
  const draft = await drafted(chair, 'Feed the herons');
  await chair.fill('#said', 'Is the French right?');
  await chair.selectOption('#to-whom', { label: 'Officer, Canada (demonstration)' });
  await chair.getByRole('button', { name: 'Comment', exact: true }).click();
  await officer.goto(`${register.address}/fr/${SIDE}`);
  await officer.getByRole('link', { name: 'Vous attend (1)' }).click();
  assert.match(await officer.textContent('main'), /Is the French right\?/);
  await officer.getByRole('button', { name: 'C’est fait' }).click();
  assert.match(await officer.textContent('main'), /Rien ne vous attend/);
  await officer.goto(`${register.address}/fr${draft}`);
  assert.match(await officer.textContent('#comments'), /Is the French right\?/);
  await chair.context().close();
  await officer.context().close();
});
