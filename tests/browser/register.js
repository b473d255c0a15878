// The program under test: the real binary, in folders that are gone when the test ends.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TARGET = path.resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target');

export const PROGRAM = path.join(TARGET, 'debug', 'servanda');
export const DATA_SET = path.join(ROOT, 'data', 'canada-mexico');
export const LANGUAGES = ['en', 'fr', 'es'];

const documents = path.resolve(ROOT, '../shared/corpus/seeds');
/** The folder with copies of the cited documents, where there is one. */
export const DOCUMENTS = existsSync(documents) ? documents : undefined;
/** For `skip`: false, or why tests that need the documents cannot run. */
export const WITHOUT_DOCUMENTS = DOCUMENTS
  ? false
  : 'the copies of the cited documents are not beside the project (../shared/corpus/seeds)';

/** A new folder, and what removes it. */
export async function folder() {
  const at = await mkdtemp(path.join(tmpdir(), 'servanda-'));
  return { path: at, remove: () => rm(at, { recursive: true, force: true }) };
}

/** Runs the program to its end. */
export async function run(args, options = {}) {
  const { program = PROGRAM, input, ...rest } = options;
  const stdio = [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'];
  const child = spawn(program, args, { stdio, ...rest });
  child.stdin?.end(input);
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended(child),
  ]);
  return { code, stdout, stderr };
}

/** What was started and has not ended, with its end. */
const running = new Map();

/** Starts a register, with more settings of the environment, and waits until it says where it is. */
export async function start(args, env = {}) {
  const stdio = ['ignore', 'pipe', 'pipe'];
  const child = spawn(PROGRAM, args, { stdio, env: { ...process.env, ...env } });
  const end = ended(child);
  running.set(child, end);
  end.finally(() => running.delete(child)).catch(() => {});
  const errors = text(child.stderr);
  const said = [];
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    said.push(next.value);
    const address = /http:\/\/127\.0\.0\.1:(\d+)/.exec(next.value);
    if (address) {
      return {
        address: address[0],
        port: Number(address[1]),
        said,
        /** The address in a line that is said later, with what is looked for in it. */
        async later(pattern) {
          for (let line = await lines.next(); !line.done; line = await lines.next()) {
            if (pattern.test(line.value)) return line.value.trim();
          }
          throw new Error(`nothing was said with ${pattern}`);
        },
        stop() {
          child.kill('SIGTERM');
          return end;
        },
        /** What it has logged, once it has ended. */
        errors,
      };
    }
  }
  throw new Error(`servanda ${args.join(' ')} ended with ${await end}: ${await errors}`);
}

/** Ends what a failed test left running, and waits until it has let go of its folder. */
export async function stopAll() {
  const ends = [...running].map(([child, end]) => {
    child.kill('SIGKILL');
    return end;
  });
  await Promise.allSettled(ends);
}

/** Starts the demonstration, with the documents where they are at hand. */
export function demo(data) {
  const copies = DOCUMENTS ? ['--documents', DOCUMENTS] : [];
  return start(['demo', '--port', '0', '--data', data, ...copies]);
}

/** Starts the demonstration in a folder of its own for a whole file of tests. */
export async function demoOfItsOwn() {
  const data = await folder();
  const register = await demo(data.path);
  return {
    address: register.address,
    data: data.path,
    async stop() {
      await register.stop();
      await data.remove();
    },
  };
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
}

async function text(stream) {
  let all = '';
  stream.setEncoding('utf8');
  for await (const piece of stream) all += piece;
  return all;
}
