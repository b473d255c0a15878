// `servanda read URL`: a page of the web, fetched within limits, never from the neighbours.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

import { folder, run } from './register.js';

const PAGE = '<html><nav>Menu of the site</nav><main><p>Both sides will meet in 2027.</p></main></html>';

const ANSWERS = {
  '/page': (answer) => answer.setHeader('Content-Type', 'text/html; charset=utf-8').end(PAGE),
  '/minutes.md': (answer) => answer.setHeader('Content-Type', 'application/octet-stream').end('Both sides **will** meet.'),
  '/moved': (answer) => answer.writeHead(301, { Location: '/page' }).end(),
  '/round': (answer) => answer.writeHead(302, { Location: '/round' }).end(),
  '/large': (answer) => answer.end(Buffer.alloc(5_000, 'a')),
  '/abroad': (answer) => answer.writeHead(302, { Location: 'ftp://example.org/' }).end(),
};

let at;
let server;
let address;
const asked = [];

before(async () => {
  at = await folder();
  server = createServer((question, answer) => {
    asked.push(question.url);
    (ANSWERS[question.url] ?? ((it) => it.writeHead(404).end()))(answer);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await at.remove();
});

const read = (where, ...more) => run(['read', address + where, '--format', 'ndjson', '--allow-private', ...more]);

test('a page is read by its address, and where that leads is told', async () => {
  const done = await read('/moved');
  assert.equal(done.code, 0, done.stderr);
  const [finding] = done.stdout.trim().split('\n').map((line) => JSON.parse(line));
  assert.equal(finding.text, 'Both sides will meet in 2027.');
  assert.equal(finding.document, `${address}/moved`);
  assert.match(done.stderr, new RegExp(`${address}/moved leads to ${address}/page`));
});

test('the end of an address hints at the format where the server does not say', async () => {
  const done = await run(['read', `${address}/minutes.md`, '--format', 'json', '--allow-private']);
  assert.equal(JSON.parse(done.stdout).format, 'Markdown', done.stderr);
});

test('this machine and its neighbours are not asked unless that is wanted', async () => {
  const before = asked.length;
  const port = server.address().port;
  for (const url of [`${address}/page`, `http://localhost:${port}/page`, `http://[::1]:${port}/page`]) {
    const done = await run(['read', url]);
    assert.equal(done.code, 1, url);
    assert.match(done.stderr, /no address on the public internet; to ask it all the same, add --allow-private/, url);
  }
  assert.equal(asked.length, before, 'nobody was asked');
});

test('what was received is kept as it was', async () => {
  const kept = path.join(at.path, 'kept');
  const done = await read('/page', '--keep', kept);
  assert.equal(done.code, 0, done.stderr);
  const digest = createHash('sha256').update(PAGE).digest('hex');
  assert.deepEqual(await readdir(kept), [`${digest}.html`]);
  assert.equal(await readFile(path.join(kept, `${digest}.html`), 'utf8'), PAGE);
  assert.match(done.stderr, new RegExp(`is kept as .*${digest}\\.html`));
});

test('limits and refusals say which address and what to do, and never stop the rest', async () => {
  const cases = {
    '/round': /\/round: it leads elsewhere more than 5 times; to follow it further, add --redirect-count-max/,
    '/large': /\/large has more than 100 bytes; to take more, add --size-bytes-max/,
    '/nothing': /\/nothing answers 404/,
    '/abroad': /'ftp:\/\/example\.org\/' is no address that begins with http/,
  };
  for (const [where, told] of Object.entries(cases)) {
    const done = await run(['read', address + where, `${address}/page`, '--format', 'ndjson', '--allow-private', '--size-bytes-max=100']);
    assert.equal(done.code, 1, where);
    assert.match(done.stderr, told, where);
    assert.match(done.stdout, /Both sides will meet/, where);
  }
});
