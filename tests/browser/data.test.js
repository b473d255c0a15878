// What the register gives out is understood by programs that are not ours: calendars by two
// independent readers, feeds, tables, and what search engines are told.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import ICAL from 'ical.js';

import { none } from './claims.js';
import { LANGUAGES, demoOfItsOwn } from './register.js';
import { read } from './python.js';

let register;

before(async () => {
  register = await demoOfItsOwn();
});
after(() => register?.stop());

async function fetched(at) {
  const response = await fetch(register.address + at);
  assert.equal(response.status, 200, at);
  return response;
}

const text = async (at) => (await fetched(at)).text();
const json = async (at) => (await fetched(at)).json();

/** The same as our reader in Python tells, in the words of ical.js. */
function readInScript(calendar) {
  const root = new ICAL.Component(ICAL.parse(calendar));
  return root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      stamp: component.getFirstPropertyValue('dtstamp').toString().replace('Z', '+00:00'),
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      summary: event.summary,
      description: event.description,
      location: event.location ?? '',
      url: component.getFirstPropertyValue('url'),
    };
  });
}

for (const language of LANGUAGES) {
  test(`two readers find the same events in the calendars, ${language}`, async () => {
    for (const list of ['meetings', 'commitments', 'commitments?lens=gender']) {
      const [name, query = ''] = list.split('?');
      const at = `/${language}/canada-mexico/${name}.ics${query && `?${query}`}`;
      const calendar = await text(at);
      const told = await read('calendar', calendar);
      none(told.errors, `${at} is well formed`);
      assert.deepEqual(readInScript(calendar), told.events, at);
      assert.equal(new Set(told.events.map(({ uid }) => uid)).size, told.events.length, at);
      for (const { start, end, url } of told.events) {
        assert.ok(/^\d{4}-\d\d-\d\d$/.test(start) && start < end, `${at}: ${start} – ${end}`);
        assert.ok(url.startsWith(`${register.address}/${language}/`), url);
      }
    }
  });
}

test('calendars hold every meeting and every commitment that is due', async () => {
  const meetings = await json('/en/canada-mexico/meetings.json');
  const events = readInScript(await text('/en/canada-mexico/meetings.ics'));
  assert.equal(events.length, meetings.total);
  const due = readInScript(await text('/en/canada-mexico/commitments.ics'));
  const { total } = await json('/en/canada-mexico/commitments.json');
  const undated = (await json('/en/canada-mexico/commitments.json?due=undated')).total;
  assert.equal(due.length, total - undated);
  const one = readInScript(await text(`${new URL(events[0].url).pathname}.ics`));
  assert.deepEqual(one, [events[0]]);
});

test('feeds have what a feed must have', async () => {
  const body = (await json('/en/canada-mexico/bodies.json')).records[0];
  const { records } = await json('/en/canada-mexico/commitments.json');
  const pillar = records.flatMap(({ links }) => links.section ?? [])[0];
  const party = (await json('/en/canada-mexico/parties.json')).records[0];
  const feeds = [
    '.atom', '/commitments.atom', '/meetings.atom', '/commitments.atom?lens=gender',
    `/commitments.atom?body=${body.id}`, `/commitments.atom?pillar=${pillar.id}`,
    `/commitments.atom?party=${party.id}`, `/bodies/${body.id}.atom`,
  ];
  for (const language of LANGUAGES) {
    for (const feed of feeds) {
      const at = `/${language}/canada-mexico${feed}`;
      const told = await read('feed', await text(at));
      none(told.errors, `${at} is a feed`);
      assert.deepEqual(told.self, [register.address + at]);
      assert.ok(told.entries.length > 0, `${at} has entries`);
      for (const { links } of told.entries.slice(0, 3)) {
        await fetched(links[0].replace(register.address, ''));
      }
    }
  }
});

test('a table has a row for every record and no cell that a spreadsheet would run', async () => {
  const { total, records } = await json('/en/canada-mexico/commitments.json');
  const csv = await text('/en/canada-mexico/commitments.csv');
  const rows = table(csv.replace(/^\ufeff/, ''));
  assert.equal(rows.length, total + 1);
  assert.ok(rows.every((row) => row.length === rows[0].length), 'every row is as long');
  const titles = rows.slice(1).map((row) => row[rows[0].indexOf('title_en')]);
  assert.deepEqual(titles.slice(0, records.length), records.map(({ texts }) => texts.title.en));
  const risky = rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)));
  none(risky, 'no cell is a formula');
});

/** The rows of a table as RFC 4180 writes it. */
function table(csv) {
  const rows = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && rows.at(-1).length === 0) break;
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

test('search engines find every page where the map says it is', async () => {
  const robots = await text('/robots.txt');
  const map = /^Sitemap: (.+)$/m.exec(robots)[1];
  const pages = [...(await text(new URL(map).pathname)).matchAll(/<loc>([^<]+)<\/loc>/g)];
  const { registers } = await json('/en.json');
  const records = Object.values(registers[0].counts).reduce((sum, count) => sum + count, 0);
  assert.ok(pages.length > records * LANGUAGES.length, `${pages.length} pages`);
  for (const [, page] of pages.filter((_, index) => index % 40 === 0)) {
    const html = await text(new URL(page).pathname);
    assert.ok(html.includes(`<link rel="canonical" href="${page}">`), page);
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1];
    if (block) assert.equal(JSON.parse(block)['@context'], 'https://schema.org', page);
  }
});
