// The program with bad input and on a bad day: what it says, what it leaves, how it ends.

import { after, afterEach, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { chmod, copyFile, cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { DATA_SET, LANGUAGES, PROGRAM, demo, folder, run, start, stopAll } from './register.js';

/** The code of a program that was given something it cannot use. */
const REFUSED = 1;
/** The code of a program that the machine let down. */
const FAILED = 2;
/** Any user but the administrator, who may write everywhere. */
const NOBODY = 65534;

let at;

before(async () => {
  at = await folder();
});
afterEach(stopAll);
after(() => at.remove());

/** A path in the folder of this file's tests. */
const place = (name) => path.join(at.path, name);

const data = (name) => ['--data', place(name)];

async function page(register, address) {
  const response = await fetch(register.address + address);
  assert.equal(response.status, 200, address);
  return response.text();
}

/** What a register says it loaded: stated, changed, unchanged, entries in the journal. */
const loaded = (register) => register.said[0].match(/\d+/g).map(Number);

/** A copy of the data set with one of its files changed. */
async function changed(name, file, change) {
  await cp(DATA_SET, place(name), { recursive: true });
  const before = await readFile(path.join(DATA_SET, file));
  await writeFile(path.join(place(name), file), change(before));
  return place(name);
}

/** That nothing was loaded into a folder: there is no installation, or one with no entries. */
async function assertNothingLoaded(name) {
  const verified = await run(['verify', ...data(name)]);
  assert.doesNotMatch(verified.stdout, /entries verified: [1-9]/, 'no entry was written');
}

test('a port that is taken is named, with what to do', async () => {
  const first = await demo(place('first'));
  const second = await run(['demo', '--port', String(first.port), ...data('second')]);
  await first.stop();
  assert.equal(second.code, FAILED);
  assert.match(second.stderr, new RegExp(`127\\.0\\.0\\.1:${first.port}`));
  assert.match(second.stderr, new RegExp(`what to do: .*${first.port + 1}`));
});

test('a register that is told to stop ends well', async () => {
  const register = await demo(place('stopped'));
  await page(register, '/en');
  assert.equal(await register.stop(), 0);
});

test('a folder that nobody may write to is named, with what to do', async () => {
  await mkdir(place('closed'));
  await chmod(place('closed'), 0o555);
  const asSomeone = {};
  if (process.getuid() === 0) {
    await chmod(at.path, 0o755);
    await copyFile(PROGRAM, place('program'));
    Object.assign(asSomeone, { program: place('program'), uid: NOBODY, gid: NOBODY, cwd: '/' });
  }
  for (const where of ['closed', 'closed/within']) {
    const done = await run(['demo', '--port', '0', ...data(where)], asSomeone);
    assert.equal(done.code, FAILED, done.stderr);
    assert.ok(done.stderr.includes(place(where)), `${where} is named in: ${done.stderr}`);
    assert.match(done.stderr, /what to do: .*--data/);
  }
  assert.deepEqual(await readdir(place('closed')), []);
});

test('a file where a folder should be is named', async () => {
  await writeFile(place('file'), 'no folder');
  for (const where of ['file', 'file/within']) {
    const done = await run(['demo', '--port', '0', ...data(where)]);
    assert.notEqual(done.code, 0);
    assert.ok(done.stderr.includes(place(where)), `${where} is named in: ${done.stderr}`);
  }
  assert.equal(await readFile(place('file'), 'utf8'), 'no folder');
});

test('serving, checking and mending ask for an installation that exists', async () => {
  for (const command of ['serve', 'verify', 'rebuild']) {
    const done = await run([command, ...data('nowhere')]);
    assert.equal(done.code, REFUSED, command);
    assert.ok(done.stderr.includes(place('nowhere')), command);
    assert.match(done.stderr, /what to do: /, command);
  }
});

const text = (change) => (bytes) => change(bytes.toString('utf8'));
const line = (text, part) => text.slice(0, text.indexOf(part)).split('\n').length;

/** What is wrong, the file it is in, how it is made wrong, and the part that the message names. */
const BROKEN = [
  ['is not TOML', 'commitments.toml', text((all) => all.replace('title.fr = "', 'title.fr "')), 'title.fr "'],
  ['refers to a record that is not there', 'commitments.toml',
    text((all) => all.replace('"party/canada"', '"party/atlantis"')), '"party/atlantis"'],
  ['has a date that no calendar has', 'meetings.toml',
    text((all) => all.replace(/(= ")\d{4}-\d\d-\d\d"/, '$12021-02-30"')), '"2021-02-30"'],
  ['has a field that nobody knows', 'bodies.toml',
    text((all) => all.replace('\ntitle.en', '\ncolour = "red"\ntitle.en').replace('\nname.en', '\ncolour = "red"\nname.en')), 'colour'],
  ['is not UTF-8', 'people.toml',
    (bytes) => Buffer.concat([bytes, Buffer.from('# Montr\xe9al\n', 'latin1')]), undefined],
];

for (const [what, file, change, part] of BROKEN) {
  test(`a data set that ${what} is refused with file and line, and nothing is loaded`, async () => {
    const name = `broken ${what}`;
    const set = await changed(name, file, change);
    const done = await run(['load', set, ...data(`${name} data`)]);
    assert.equal(done.code, REFUSED, done.stderr);
    const broken = await readFile(path.join(set, file), 'latin1');
    const at = part === undefined ? broken.split('\n').length - 1 : line(broken, part);
    // A record's own line may be named for what is wrong within it.
    const named = [...done.stderr.matchAll(new RegExp(`${file}[^0-9]{1,12}(\\d+)`, 'g'))];
    assert.ok(named.length > 0, `${file} and a line are named in: ${done.stderr}`);
    const near = named.map((match) => Number(match[1]));
    assert.ok(near.some((number) => Math.abs(number - at) <= 20), `line ${at} is named in: ${done.stderr}`);
    await assertNothingLoaded(`${name} data`);
  });
}

test('a data set that is broken leaves what was loaded before as it was', async () => {
  assert.equal((await run(['load', DATA_SET, ...data('kept')])).code, 0);
  const earlier = await run(['verify', ...data('kept')]);
  const set = await changed('broken later', 'figures.toml', text((all) => `${all}\n[[figure]]\nkey = \n`));
  assert.equal((await run(['load', set, ...data('kept')])).code, REFUSED);
  const later = await run(['verify', ...data('kept')]);
  assert.equal(later.code, 0);
  assert.equal(later.stdout, earlier.stdout);
});

test('a data set that is missing, empty or binary is refused by name', async () => {
  await mkdir(place('empty'));
  await writeFile(place('binary.toml'), Buffer.from([0, 1, 2, 255, 254, 0]));
  await writeFile(place('nothing.toml'), '');
  for (const set of ['missing', 'empty', 'binary.toml', 'nothing.toml']) {
    const done = await run(['load', place(set), ...data('from nothing')]);
    assert.equal(done.code, REFUSED, set);
    assert.ok(done.stderr.includes(place(set)), `${set} is named in: ${done.stderr}`);
  }
  await assertNothingLoaded('from nothing');
});

test('copies of documents that are not the cited ones are refused by name', async () => {
  const cited = /file = "([^"]+)"/.exec(await readFile(path.join(DATA_SET, 'documents.toml'), 'utf8'))[1];
  await mkdir(place('copies'));
  await writeFile(path.join(place('copies'), cited), 'Something else altogether.');
  const args = ['load', DATA_SET, ...data('forged'), '--documents'];
  for (const copies of ['copies', 'no such folder']) {
    const done = await run([...args, place(copies)]);
    assert.equal(done.code, REFUSED, copies);
    assert.ok(done.stderr.includes(place(copies)), `${copies} is named in: ${done.stderr}`);
  }
  await assertNothingLoaded('forged');
});

test('the demonstration can be shown twice, and states nothing again', async () => {
  const first = await demo(place('twice'));
  await first.stop();
  const second = await demo(place('twice'));
  await second.stop();
  const [stated, , , entries] = loaded(first);
  assert.ok(stated > 0);
  assert.deepEqual(loaded(first), [stated, 0, 0, entries]);
  assert.deepEqual(loaded(second), [0, 0, stated, entries]);
});

test('a register made again is the same, and agrees with its journals', async () => {
  assert.equal((await run(['load', DATA_SET, ...data('rebuilt')])).code, 0);
  const made = async () => {
    const done = await run(['rebuild', ...data('rebuilt')]);
    assert.equal(done.code, 0, done.stderr);
    return done.stdout;
  };
  assert.equal(await made(), await made());
  const verified = await run(['verify', ...data('rebuilt')]);
  assert.equal(verified.code, 0, verified.stderr);
  assert.match(verified.stdout, /entries verified: [1-9]/);
});

test('what is retracted stays on its page with the reason, what is erased is gone', async () => {
  const name = 'taken back';
  let register = await demo(place(name));
  const list = JSON.parse(await page(register, '/en/canada-mexico/commitments.json'));
  const [retracted, erased] = list.records.map(({ id }) => id);
  const address = (language, id) => `/${language}/canada-mexico/commitments/${id}`;
  const said = (html) => /<div class="said"[^>]*><p>([^<]+)<\/p>/.exec(html)[1];
  const words = said(await page(register, address('en', erased)));
  const kept = said(await page(register, address('en', retracted)));
  await register.stop();

  const reasons = { en: 'Stated twice', fr: 'Énoncé deux fois', es: 'Asentado dos veces' };
  const retract = await run([
    'retract', retracted, ...data(name),
    ...LANGUAGES.flatMap((language) => [`--reason-${language}`, reasons[language]]),
  ]);
  assert.equal(retract.code, 0, retract.stderr);
  const erase = await run([
    'erase', erased, '--text', 'wording', '--ground', 'mistake', ...data(name),
  ]);
  assert.equal(erase.code, 0, erase.stderr);

  register = await start(['serve', '--listen', '127.0.0.1:0', ...data(name)]);
  for (const language of LANGUAGES) {
    const html = await page(register, address(language, retracted));
    assert.match(html, /class="standing retracted"/);
    assert.ok(html.includes(reasons[language]), `the reason is given, ${language}`);
    assert.ok(!(await page(register, address(language, erased))).includes(words), language);
  }
  assert.ok((await page(register, address('en', retracted))).includes(kept), 'it stays visible');
  // Its last words: other commitments begin with the same.
  const last = words.slice(-30);
  const found = await page(register, `/en/search?q=${encodeURIComponent(words.slice(0, 200))}`);
  const hits = found.match(/<ol class="hits">[^]*?<\/ol>/)?.[0].replace(/<\/?mark>/g, '');
  assert.ok(!hits?.includes(last), 'search does not show what is erased');
  await register.stop();

  const verified = await run(['verify', ...data(name)]);
  assert.equal(verified.code, 0, verified.stderr);
  assert.match(verified.stdout, /erased: [1-9]/);
  // What was taken back is not stated again by showing the demonstration again.
  const again = await demo(place(name));
  await again.stop();
  assert.match(again.said[0], /^records: 0 stated/);
});

test('taking back and erasing ask for a record that exists, a reason and a ground', async () => {
  assert.equal((await run(['load', DATA_SET, ...data('refusing')])).code, 0);
  const refused = [
    ['retract', '0000000000', '--reason-en', 'None'],
    ['retract', 'not an id', '--reason-en', 'None'],
    ['erase', '0000000000', '--text', 'wording', '--ground', 'mistake'],
    ['erase', '0000000000', '--text', 'wording', '--ground', 'whim'],
  ];
  for (const args of refused) {
    const done = await run([...args, ...data('refusing')]);
    assert.equal(done.code, REFUSED, `${args.join(' ')}: ${done.stderr}`);
    assert.notEqual(done.stderr, '');
    assert.equal(done.stdout, '');
  }
});
