// Real files: what office programs make of the same words is read the same, and what cannot be read
// is told beside what can.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

import { DOCUMENTS, WITHOUT_DOCUMENTS, folder, run } from './register.js';

const SAMPLES = path.join(import.meta.dirname, 'files');

let at;
before(async () => {
  at = await folder();
});
after(() => at.remove());

const place = (name) => path.join(at.path, name);

/** Turns a document into another format with LibreOffice; gives the path of what it made. */
async function turned(file, format, filter) {
  const settings = `-env:UserInstallation=file://${place('office')}`;
  const into = ['--convert-to', format, '--outdir', at.path, file];
  const read = filter ? [`--infilter=${filter}`] : [];
  const child = spawn('soffice', [settings, '--headless', ...read, ...into], { stdio: 'ignore' });
  const code = await new Promise((done, failed) => child.on('exit', done).on('error', failed));
  assert.equal(code, 0, `soffice makes ${format} of ${file}`);
  return place(`${path.basename(file).replace(/\.[^.]+$/, '')}.${format}`);
}

async function read(file, ...more) {
  const done = await run(['read', file, '--format', 'json', ...more]);
  assert.equal(done.code, 0, done.stderr);
  return JSON.parse(done.stdout);
}

/** What a finding says, without where: files lay the same words out differently. */
const said = (finding) => {
  const { kind, text, who, stands_for, due, rule } = finding;
  return JSON.stringify([kind, text.replace(/\s+/g, ' '), who?.replace(/\s+/g, ' '), stands_for, due?.edtf, rule]);
};

test('the five documents give the findings of their text as PDF, DOCX and ODT', { skip: WITHOUT_DOCUMENTS }, async () => {
  const texts = (await readdir(DOCUMENTS)).filter((name) => name.endsWith('.txt'));
  assert.equal(texts.length, 5);
  const differences = [];
  for (const name of texts) {
    const file = path.join(DOCUMENTS, name);
    const wanted = (await read(file)).findings.map(said).sort();
    for (const format of ['pdf', 'docx', 'odt']) {
      const made = await turned(file, format, 'Text (encoded):UTF8,LF,,,');
      const whole = await read(made);
      const found = whole.findings.map(said).sort();
      const missing = wanted.filter((one) => !found.includes(one)).map((one) => `- ${one}`);
      const more = found.filter((one) => !wanted.includes(one)).map((one) => `+ ${one}`);
      if (missing.length + more.length > 0 || found.length !== wanted.length) {
        differences.push(`${name} as ${format}: ${wanted.length} wanted, ${found.length} found`, ...missing, ...more);
      }
      if (format === 'pdf') {
        assert.ok(whole.findings.every((finding) => finding.page >= 1), 'each knows its page');
      }
    }
  }
  assert.deepEqual(differences, []);
});

for (const format of ['pdf', 'docx', 'odt']) {
  test(`a report with columns, running heads, lists, a table and a note is read, ${format}`, async () => {
    const whole = await read(await turned(path.join(SAMPLES, 'report.fodt'), format));
    const kinds = (kind) => whole.outline.filter((block) => block.kind === kind).map((block) => words(whole, block));
    assert.deepEqual(kinds('heading'), ['Wells of two countries', 'What was agreed', 'What was spent']);
    assert.deepEqual(kinds('table row').map((row) => row.split('\t')), [
      ['Year', 'Wells', 'Spent'],
      ['2021', 'twelve', '5 million dollars'],
      ['2022', 'thirty', '9 million dollars'],
    ]);
    const undertakings = whole.findings.filter((finding) => finding.kind === 'undertaking');
    assert.deepEqual(
      undertakings.map((finding) => [finding.text.replace(/\s+/g, ' '), finding.due?.edtf]),
      [
        ['drill twelve wells in the northern provinces by 2027;', '2027'],
        ['train the engineers of both hydrogeological institutes;', undefined],
        ['Both sides will publish the interinstitutional inventory of all the wells by spring 2028.[1]', '2028-21'],
      ],
      whole.text,
    );
    assert.doesNotMatch(whole.text, /Joint report|Page \d/, 'running heads and page numbers are gone');
    assert.match(whole.text, /The left column ends here\.[^]*The right column begins here\./);
    assert.match(whole.text, /^(\[1\]|1) That is without the wells of hospitals\.$/m, 'the note is there');
    if (format === 'pdf') {
      assert.deepEqual(whole.pages.map((page) => page.number), [1, 2]);
      assert.equal(undertakings[0].page, 1);
      assert.equal(undertakings[2].page, 2);
    }
  });
}

for (const format of ['docx', 'odt']) {
  test(`tracked changes are read as accepted, and that is said, ${format}`, async () => {
    const whole = await read(await turned(path.join(SAMPLES, 'changes.fodt'), format));
    assert.equal(whole.text.trim(), 'Both sides will drill twenty wells by 2027.');
    const told = whole.problems.map((problem) => problem.message);
    assert.deepEqual(told, ['tracked changes are read as accepted: 1 put in, 1 taken out']);
  });
}

const words = (whole, block) => [...whole.text].slice(block.body, block.end).join('');

/** A PDF whose pages show this: drawn by hand, so that nothing but the format is in it. */
function pdf(...pages) {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  const kids = pages.map((content) => {
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R ` +
        '/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
    );
    return `${objects.length} 0 R`;
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`;
  let out = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const from = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(from).padStart(10, '0');
  });
  const table = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  out += places.map((from) => `${from} 00000 n \n`).join('');
  return `${out}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
}

/** A ZIP archive of these parts. */
function zip(parts) {
  const [locals, directory] = [[], []];
  let from = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), packed);
    const more = Buffer.alloc(16);
    more.writeUInt32LE(from, 12);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head.subarray(0, 26), more.subarray(2), Buffer.from(name));
    from += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = Object.keys(parts).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(from, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const SCAN = 'q 500 0 0 700 50 70 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q';
const text = (line) => `BT /F 12 Tf 72 700 Td (${line}) Tj ET`;

test('pages that are pictures are named beside those that are read', async () => {
  await writeFile(place('mixed.pdf'), pdf(SCAN, text('Both sides will meet in 2027.'), SCAN));
  const whole = await read(place('mixed.pdf'));
  assert.equal(whole.findings[0].text, 'Both sides will meet in 2027.');
  assert.equal(whole.findings[0].page, 2);
  const told = whole.problems.map((problem) => problem.message);
  assert.deepEqual(told, ['pages 1, 3 without text: they are pictures, as of a scanner']);

  await writeFile(place('scan.pdf'), pdf(SCAN, SCAN));
  const none = await run(['read', place('scan.pdf')]);
  assert.equal(none.code, 1);
  assert.match(none.stderr, /scan\.pdf: none of its 2 pages has text: .*; have its text recognised \(OCR\)/);
});

test('limits of a file have names, and what stands before them is read', async () => {
  const pages = Array.from({ length: 5 }, (_, index) => text(`Both sides will meet in ${2027 + index}.`));
  await writeFile(place('five.pdf'), pdf(...pages));
  const whole = await read(place('five.pdf'), '--page-count-max', '2');
  assert.deepEqual(whole.pages.map((page) => page.number), [1, 2]);
  assert.deepEqual(whole.problems.map((problem) => problem.message), ['only the first 2 of 5 pages were read']);

  const stopped = {
    '--seconds-max=0': /five\.pdf: the file was not read: it takes longer than 0 seconds; split it/,
    '--size-bytes-max=10': /five\.pdf: the file has \d+ bytes; at most 10 are read; split it/,
  };
  for (const [limit, told] of Object.entries(stopped)) {
    const done = await run(['read', place('five.pdf'), limit]);
    assert.equal(done.code, 1, limit);
    assert.match(done.stderr, told, limit);
  }
});

test('a page that takes all memory ends the reading, and those before it are there', async () => {
  const impossible = 'BT /F 99999999999 Tf 72 700 Td 14 TL (They will) Tj T* (meet) Tj T* (in 2029.) Tj ET';
  await writeFile(place('impossible.pdf'), pdf(text('Both sides will meet in 2027.'), text('They met.'), impossible, text('No.')));
  const whole = await read(place('impossible.pdf'));
  assert.deepEqual(whole.pages.map((page) => page.number), [1, 2]);
  assert.equal(whole.findings[0].text, 'Both sides will meet in 2027.');
  const told = whole.problems.map((problem) => problem.message);
  assert.equal(told.length, 1, told);
  assert.match(told[0], /^reading ended early: it takes more than \d+ bytes of memory; what stands before that was read$/);
});

test('a file that unpacks to far more than it has is stopped, by size or by memory', async () => {
  const bomb = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': Buffer.alloc(200 * 1024 * 1024, ' ') });
  assert.ok(bomb.length < 1024 * 1024);
  await writeFile(place('bomb.docx'), bomb);
  const stopped = {
    '--unpacked-bytes-max=1000000': /bomb\.docx: .*its document: unpacked it has more than the 1000000 bytes that all parts may have/,
    '--memory-bytes-max=260000000': /bomb\.docx: the file was not read: it takes more than 260000000 bytes of memory; split it/,
  };
  for (const [limit, told] of Object.entries(stopped)) {
    const done = await run(['read', place('bomb.docx'), limit]);
    assert.equal(done.code, 1, limit);
    assert.match(done.stderr, told, limit);
  }
});

test('a damaged, a locked and a foreign file are told apart, with what to do', async () => {
  const whole = pdf(text('Both sides will meet.'));
  const files = {
    'cut.docx': ['PK\x03\x04rubbish', /cut\.docx: the file cannot be read as DOCX: the archive is damaged.*; open it in the program/],
    'empty.pdf': ['%PDF-1.7\n%%EOF\n', /empty\.pdf: the file cannot be read as PDF: .*; open it in the program/],
    'old.doc': [Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old\.doc: the file is not text but an old Microsoft Office file; save it as PDF, DOCX/],
    'locked.pdf': [
      whole.replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 ' +
        `/O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00> <00>]`),
      /locked\.pdf: the file is protected with a password; save it without/,
    ],
  };
  for (const [name, [bytes, told]] of Object.entries(files)) {
    await writeFile(place(name), bytes, typeof bytes === 'string' ? 'latin1' : undefined);
    const done = await run(['read', place(name)]);
    assert.equal(done.code, 1, name);
    assert.match(done.stderr, told, name);
  }
});

test('a PDF by another name is read as what it is', async () => {
  await writeFile(place('download'), pdf(text('Both sides will meet in 2027.')));
  assert.equal((await read(place('download'))).format, 'PDF');
  const explained = await run(['read', place('download'), '--explain', 'meet']);
  assert.match(explained.stdout, /undertaking, by en-/);
});

test('the process that reads one file is not among the commands that are shown', async () => {
  const help = await run(['--help']);
  assert.match(help.stdout, /^ +read /m);
  assert.doesNotMatch(help.stdout, /read-one-file/);
});
