// A corpus read by many starts of the program under Spark, as examples/spark does it.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { PROGRAM, folder, run } from './register.js';
import { python } from './python.js';

const EXAMPLE = path.resolve(import.meta.dirname, '../../examples/spark/findings.py');
const DOCUMENTS = 30;

let at;
let paths;

before(async () => {
  at = await folder();
  await mkdir(path.join(at.path, 'corpus'));
  paths = [];
  for (let number = 0; number < DOCUMENTS; number += 1) {
    const name = path.join(at.path, 'corpus', `${number}.md`);
    await writeFile(name, `# Meeting ${number}\n\nBoth parties will share report ${number} by ${2027 + number}.\n`);
    paths.push(name);
  }
  paths.push(path.join(at.path, 'corpus', 'missing.md'));
  await writeFile(path.join(at.path, 'paths.txt'), `${paths.join('\n')}\n`);
});
after(() => at.remove());

test('Spark pipes paths through the program and gets what one start of it finds', async () => {
  const out = path.join(at.path, 'findings');
  const done = await python('python', [EXAMPLE, PROGRAM, path.join(at.path, 'paths.txt'), out]);
  assert.equal(done.code, 0, done.stderr);
  assert.match(done.stdout, new RegExp(`^document\t${DOCUMENTS}$`, 'm'));
  assert.match(done.stdout, new RegExp(`^undertaking\t${DOCUMENTS}$`, 'm'));
  assert.match(done.stdout, /^unreadable\t1$/m);

  let lines = '';
  for (const name of await readdir(out)) {
    if (name.startsWith('part-')) lines += await readFile(path.join(out, name), 'utf8');
  }
  const alone = await run(['read', ...paths, '--format', 'ndjson']);
  const sorted = (text) => text.trim().split('\n').sort();
  assert.deepEqual(sorted(lines), sorted(alone.stdout));
});
