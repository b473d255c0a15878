// The addresses that programs ask do what their description says, and nothing else.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { LANGUAGES, demoOfItsOwn, folder } from './register.js';
import { beside, python } from './python.js';

/** Questions made up for each address. Their choice is always the same. */
const QUESTIONS = ['--max-examples', '30', '--seed', '1'];

let register;
let description;

before(async () => {
  register = await demoOfItsOwn();
  description = await (await fetch(`${register.address}/api/v1/openapi.json`)).json();
});
after(() => register?.stop());

/** What judges an answer by the description. */
function judge(operation, status) {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  ajv.addSchema(description, 'description');
  const [type, { schema }] = Object.entries(operation.responses[status].content)[0];
  return { type, validate: ajv.compile(inDescription(schema)), ajv };
}

const inDescription = ({ $ref }) => ({ $ref: `description${$ref}` });

for (const language of LANGUAGES) {
  test(`every example of the description is answered as described, ${language}`, async () => {
    const at = `${register.address}/api/v1/openapi.json?language=${language}`;
    const { paths } = await (await fetch(at)).json();
    for (const [path, { get }] of Object.entries(paths)) {
      assert.ok(get['x-examples'].length > 0, `${path} has an example`);
      const { type, validate, ajv } = judge(get, 200);
      assert.ok(!validate({}), `the description of ${path} is not empty`);
      for (const example of get['x-examples']) {
        const response = await fetch(register.address + example);
        assert.equal(response.status, 200, example);
        assert.equal(response.headers.get('content-type'), type, example);
        assert.match(response.headers.get('etag'), /^"[0-9a-f]+"$/, example);
        assert.ok(validate(await response.json()), `${example}: ${ajv.errorsText(validate.errors)}`);
      }
    }
  });
}

test('a problem is told as described', async () => {
  const { get } = description.paths['/api/v1/{partnership}/commitments'];
  for (const [status, at] of [
    [400, '/api/v1/canada-mexico/commitments?limit=many'],
    [400, '/api/v1/canada-mexico/commitments?limt=5'],
    [404, '/api/v1/atlantis/commitments'],
    [405, '/api/v1/canada-mexico/commitments'],
  ]) {
    const method = status === 405 ? 'DELETE' : 'GET';
    const response = await fetch(register.address + at, { method });
    const { type, validate, ajv } = judge(get, status);
    assert.equal(response.status, status, at);
    assert.equal(response.headers.get('content-type'), type, at);
    assert.ok(validate(await response.json()), `${at}: ${ajv.errorsText(validate.errors)}`);
  }
});

test('all records can be had page by page, each once', async () => {
  const ids = [];
  let at = `${register.address}/api/v1/canada-mexico/commitments?limit=37`;
  let total;
  while (at) {
    const page = await (await fetch(at)).json();
    ids.push(...page.records.map(({ id }) => id));
    ({ total, next: at } = page);
  }
  assert.equal(ids.length, total);
  assert.equal(new Set(ids).size, total);
});

test('made-up questions find no failure and no answer outside the description', async () => {
  const at = await folder();
  try {
    const args = [
      '--no-color', '--config-file', beside('schemathesis.toml'), 'run',
      `${register.address}/api/v1/openapi.json`, ...QUESTIONS, '--checks', 'all',
      '--continue-on-failure', '--report', 'json', '--report-json-path', `${at.path}/report.json`,
    ];
    const { code, stdout, stderr } = await python('schemathesis', args, { cwd: at.path });
    assert.equal(code, 0, `${stdout}\n${stderr}`);
    const asked = Number(/(\d+) generated/.exec(stdout)?.[1]);
    assert.ok(asked > 300, `only ${asked} questions were asked: ${stdout}`);
  } finally {
    await at.remove();
  }
});
