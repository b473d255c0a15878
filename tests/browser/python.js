// Programs in Python that judge what the register gives out.

import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PROGRAMS = path.join(ROOT, '.venv', 'bin');

/** Runs a program of the environment that tests/install/python made. */
export async function python(program, args, { input = '', cwd = ROOT } = {}) {
  const stdio = ['pipe', 'pipe', 'pipe'];
  const child = spawn(path.join(PROGRAMS, program), args, { stdio, cwd });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8');
    child[name].on('data', (piece) => (said[name] += piece));
  }
  child.stdin.end(input);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, ...said };
}

/** A file beside the Python programs of the tests. */
export const beside = (name) => path.join(ROOT, 'tests', 'python', name);

/** What our reader in Python tells of a calendar or feed. */
export async function read(what, input) {
  const { code, stdout, stderr } = await python('python', [beside('read.py'), what], { input });
  if (code !== 0) throw new Error(`the ${what} cannot be read: ${stderr}`);
  return JSON.parse(stdout);
}
