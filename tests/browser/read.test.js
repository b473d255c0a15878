// `servanda read`: what it finds, in every form, and what it says of files it cannot read.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { folder, run } from './register.js';

/** The fields of a finding on a line, in this order. */
const FIELDS = ['document', 'language', 'kind', 'start', 'end', 'text', 'who', 'due', 'confidence', 'rule'];

/** Fields of findings that have something to say there. */
const SOMETIMES = ['stands_for', 'to_whom', 'lenses'];

const MINUTES = `# Wells Group

The two delegations met on November 25, 2021.

Both sides agreed to:

- drill two wells by spring 2027;
- share the inventory of wells.

The Youth Council recommends that both sides publish the results.
`;

let at;
let minutes;

before(async () => {
  at = await folder();
  minutes = place('minutes.md');
  await writeFile(minutes, MINUTES);
});
after(() => at.remove());

const place = (name) => path.join(at.path, name);

const all = (text) => text.trim().split('\n').map((line) => JSON.parse(line));

/** The findings, without the line that ends each document. */
const lines = (text) => all(text).filter((line) => !['document', 'unreadable'].includes(line.kind));

test('one finding stands on a line, with its passage, its rule and its date', async () => {
  const done = await run(['read', minutes, '--format', 'ndjson']);
  assert.equal(done.code, 0, done.stderr);
  const findings = lines(done.stdout);
  for (const finding of findings) {
    const always = Object.keys(finding).filter((field) => !SOMETIMES.includes(field));
    assert.deepEqual(always, FIELDS);
  }
  const undertakings = findings.filter((finding) => finding.kind === 'undertaking');
  assert.equal(undertakings.length, 2, done.stdout);
  assert.equal(undertakings[0].due.edtf, '2027-21');
  assert.equal(undertakings[0].who, 'Both sides');
  assert.ok(findings.some((finding) => finding.kind === 'recommendation'));
});

test('a day that is said of a document is the one that its times are counted from', async () => {
  const report = place('report.txt');
  await writeFile(report, 'Report\n\nThe port will open next year.\n');
  const due = async (...words) => {
    const done = await run(['read', report, '--format', 'ndjson', ...words]);
    assert.equal(done.code, 0, done.stderr);
    return lines(done.stdout).find((finding) => finding.kind === 'undertaking').due;
  };
  assert.equal((await due('--date', '2026-03-02')).edtf, '2027');
  assert.equal((await due()).edtf ?? null, null, 'nobody says from when');
  const refused = await run(['read', report, '--date', 'last week']);
  assert.notEqual(refused.code, 0);
  assert.match(refused.stderr, /--date/);
  const two = await run(['read', '--compare', report, minutes, '--date', '2026-03-02']);
  assert.notEqual(two.code, 0, 'two documents of successive years are not of one day');
});

test('what two documents say in the same words is said once, with both passages', async () => {
  const second = place('second.md');
  await writeFile(second, `${MINUTES}\nThe parties will also map the dams.\n`);
  const done = await run(['read', minutes, second, '--together']);
  assert.equal(done.code, 0, done.stderr);
  const undertakings = lines(done.stdout).filter((finding) => finding.kind === 'undertaking');
  const places = undertakings.map((finding) => finding.passages.map((passage) => path.basename(passage.document)));
  assert.deepEqual(places, [['minutes.md', 'second.md'], ['minutes.md', 'second.md'], ['second.md']]);
});

test('two documents are put side by side, and what differs is named', async () => {
  const [earlier, later] = [place('plan-2026.md'), place('plan-2027.md')];
  const plan = (count) => `# Plan\n\nThe parties will map ${count} dams along the river. Mexico will train divers in Sonora.\n`;
  await writeFile(earlier, plan(3));
  await writeFile(later, plan(5));
  const done = await run(['read', '--compare', earlier, later]);
  assert.equal(done.code, 0, done.stderr);
  const rows = all(done.stdout);
  assert.deepEqual(rows.map((row) => row.sequel), ['changed', 'carried-over']);
  assert.deepEqual(rows[0].differs[0], { in: 'numbers', earlier: ['3'], later: ['5'] });
  assert.equal(path.basename(rows[0].earlier.document), 'plan-2026.md');
  const table = (await run(['read', '--compare', earlier, later, '--format', 'table'])).stdout;
  assert.match(table, /^1 carried over, 1 changed, 0 reported as done, 0 new, 0 gone$/m);
  assert.match(table, /differs: numbers: 3 \| 5/);
  const one = await run(['read', '--compare', earlier]);
  assert.equal(one.code, 1);
  assert.match(one.stderr, /--compare takes two documents, the earlier one first; not 1/);
});

test('positions are characters of the text that the JSON form gives', async () => {
  const whole = JSON.parse((await run(['read', minutes, '--format', 'json'])).stdout);
  const text = [...whole.text];
  for (const finding of lines((await run(['read', minutes, '--format', 'ndjson'])).stdout)) {
    assert.equal(text.slice(finding.start, finding.end).join(''), finding.text);
  }
  assert.ok(whole.outline.length > 0);
});

test('a table is for reading and HTML is a whole page with the findings marked', async () => {
  const table = await run(['read', minutes, '--format', 'table']);
  assert.match(table.stdout, /^KIND +WHO +WHEN +PASSAGE$/m);
  const html = (await run(['read', minutes, '--format', 'html'])).stdout;
  assert.match(html, /^<!DOCTYPE html>\s*<html lang="en/i);
  assert.match(html, /<mark/);
  assert.doesNotMatch(html, /<script/);
});

test('for any sentence it says why, and why not', async () => {
  const done = await run(['read', minutes, '--explain', 'wells']);
  assert.equal(done.code, 0, done.stderr);
  assert.match(done.stdout, /drill two wells by spring 2027;/);
  assert.match(done.stdout, /around it: .*introduced-undertaking/);
  assert.match(done.stdout, /undertaking, by en-item-of-undertaking/);
  assert.match(done.stdout, /not recommendation by .*: it needs /);
  const none = await run(['read', minutes, '--explain', 'volcano']);
  assert.match(none.stdout, /no sentence has these words/);
});

test('what a document says of itself is shown, never run', async () => {
  await writeFile(place('sly.txt'), 'Both sides will meet <script>alert(1)</script> in 2027.\n');
  const html = (await run(['read', place('sly.txt'), '--format', 'html'])).stdout;
  assert.doesNotMatch(html, /<script/);
  assert.match(html, /&lt;script/);
});

test('a file that cannot be read is named with the reason, and never stops the rest', async () => {
  const bad = {
    'empty.txt': ['', 'empty'],
    'binary.txt': [Buffer.from([0, 159, 146, 150, 0, 1, 2, 255]), 'not text'],
    'nested.html': ['<div>'.repeat(200_000), 'nests'],
    'quoted.md': [`${'>'.repeat(50_000)} Both sides will meet.`, 'nests'],
  };
  const paths = [place('missing.txt')];
  for (const [name, [bytes]] of Object.entries(bad)) {
    await writeFile(place(name), bytes);
    paths.push(place(name));
  }
  await writeFile(place('huge.txt'), '');
  await truncate(place('huge.txt'), 200 * 1024 * 1024);
  const done = await run(['read', ...paths, place('huge.txt'), minutes, '--format', 'ndjson']);
  assert.equal(done.code, 1, done.stderr);
  for (const [name, [, why]] of Object.entries(bad)) {
    assert.match(done.stderr, new RegExp(`${name}: .*${why}`));
  }
  assert.match(done.stderr, /huge\.txt: .*209715200 bytes/);
  assert.match(done.stderr, /missing\.txt: /);
  assert.ok(lines(done.stdout).every((finding) => finding.document === minutes));
  const unreadable = all(done.stdout).filter((line) => line.kind === 'unreadable');
  assert.deepEqual(unreadable.map((line) => line.document), [...paths, place('huge.txt')]);
  assert.ok(unreadable.every((line) => line.why.length > 10), done.stdout);
});

test('a line ends each document and says what it was', async () => {
  const done = await run(['read', minutes, '--format', 'ndjson']);
  const last = all(done.stdout).at(-1);
  const findings = lines(done.stdout).length;
  assert.deepEqual(last, {
    document: minutes, language: 'en', kind: 'document', format: 'Markdown', date: '2021-11-25', findings, problems: [],
  });
});

test('paths are read from standard input, and however many are read at once the order is theirs', async () => {
  const paths = [];
  for (const number of [7, 3, 9, 1, 5]) {
    const name = place(`several-${number}.md`);
    await writeFile(name, MINUTES.repeat(number));
    paths.push(name);
  }
  const input = `${paths.join('\n')}\n`;
  const one = await run(['read', '-', '--format', 'ndjson', '--jobs', '1'], { input });
  const many = await run(['read', '-', '--format', 'ndjson', '--jobs', '4'], { input });
  assert.equal(one.code, 0, one.stderr);
  assert.equal(many.stdout, one.stdout);
  const ended = all(one.stdout).filter((line) => line.kind === 'document');
  assert.deepEqual(ended.map((line) => line.document), paths);
});

test('a long reading that was broken off is gone on with, and comes out the same', async () => {
  await mkdir(place('many'));
  for (const number of [1, 2, 3, 4]) {
    await writeFile(path.join(place('many'), `${number}.md`), MINUTES.repeat(number));
  }
  const read = (name, ...more) => run(['read', place('many'), '--format', 'ndjson', '--output', place(name), ...more]);
  assert.equal((await read('whole.ndjson')).code, 0);
  const whole = await readFile(place('whole.ndjson'), 'utf8');
  // Broken off within a line of the third document.
  await writeFile(place('broken.ndjson'), whole.slice(0, whole.indexOf('3.md') + 40));
  const refused = await read('broken.ndjson');
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /broken\.ndjson.*\n.*--resume/);
  const done = await read('broken.ndjson', '--resume');
  assert.equal(done.code, 0, done.stderr);
  assert.match(done.stderr, /2 of 4 were read before/);
  assert.equal(await readFile(place('broken.ndjson'), 'utf8'), whole);
});

test('rules that somebody changed are read by without building anything, and a mistake in them is told', async () => {
  const folder = place('rules');
  await mkdir(folder);
  const built = await readFile('crates/servanda-reading/rules/en.toml', 'utf8');
  const rule = '\n[[rule]]\nname = "en-vows"\nkind = "undertaking"\nconfidence = 1.0\npatterns = ["<actor> vows to"]\n';
  await writeFile(path.join(folder, 'en.toml'), built + rule);
  const text = place('vows.txt');
  await writeFile(text, 'The Secretariat vows to count the boats.\n');
  const read = (...more) => run(['read', text, '--format', 'ndjson', ...more]);
  const found = lines((await read('--rules', folder)).stdout).map((finding) => [finding.kind, finding.rule]);
  assert.deepEqual(found, [['undertaking', 'en-vows']]);
  await writeFile(path.join(folder, 'en.toml'), built + rule.replace('<actor>', '<sailor>'));
  const refused = await read('--rules', folder);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /en\.toml: no class is called sailor/);
  const empty = await read('--rules', place('many'));
  assert.match(empty.stderr, /there is no en\.toml, es\.toml or fr\.toml in it/);
});

test('a file in an old encoding is read with its accents', async () => {
  await writeFile(place('latin.txt'), Buffer.from('Les parties s\xe9curiseront l\u2019acc\xe8s en 2027.'.replace('\u2019', "'"), 'latin1'));
  const found = lines((await run(['read', place('latin.txt'), '--format', 'ndjson'])).stdout);
  assert.ok(found.some((finding) => finding.text.includes('sécuriseront')), JSON.stringify(found));
});

test('a folder is read in the order of its names', async () => {
  await mkdir(place('folder'));
  for (const name of ['b.md', 'a.md', 'c.bin']) {
    await writeFile(path.join(place('folder'), name), MINUTES);
  }
  const done = await run(['read', place('folder'), '--format', 'ndjson']);
  assert.equal(done.code, 0, done.stderr);
  const documents = [...new Set(lines(done.stdout).map((finding) => path.basename(finding.document)))];
  assert.deepEqual(documents, ['a.md', 'b.md']);
});
