// A mail server of others on this machine (tests/python/mail.py), and the letters that come there.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';

import { beside } from './python.js';

const PYTHON = path.resolve(import.meta.dirname, '../../.venv/bin/python');

const running = new Set();

/** Ends the mail servers that were started. */
export function stopMailServers() {
  for (const child of running) child.kill();
}

/** Starts a mail server; with a folder, one that takes letters over TLS and after sign-in only. */
export async function mailServer(folder) {
  const args = folder ? ['tls', folder] : [];
  const child = spawn(PYTHON, ['-W', 'ignore', beside('mail.py'), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  running.add(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const waiting = [];
  /** The next line of a sort; those of other sorts wait for whoever asks for them. */
  const next = async (event) => {
    const known = waiting.findIndex((line) => line.event === event);
    if (known >= 0) return waiting.splice(known, 1)[0];
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      const said = JSON.parse(line.value);
      if (said.event === event) return said;
      waiting.push(said);
    }
    throw new Error(`the mail server ended before it told of: ${event}`);
  };
  const tell = async (what) => {
    child.stdin.write(`${JSON.stringify(what)}\n`);
    await next('told');
  };
  const { port } = await next('listening');
  return {
    port,
    next,
    /** Answers the next letters to an address so. */
    refuse: (recipient, ...replies) => tell({ recipient, replies }),
    /** Keeps silent when this point of the next dialogue comes: EHLO, MAIL, RCPT, DATA or LETTER. */
    hold: (point) => tell({ hold: point }),
    /** So many letters, in the order of their recipients. */
    async letters(count) {
      const letters = [];
      while (letters.length < count) letters.push(await next('letter'));
      return letters.sort((a, b) => (a.to[0] < b.to[0] ? -1 : 1));
    },
    /** What has come and nobody has asked for. */
    unread: async () => {
      await tell({});
      return waiting.filter((line) => line.event === 'letter');
    },
  };
}
