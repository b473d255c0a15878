// Claims about many things at once, told so that a person can mend them.

import assert from 'node:assert/strict';

/** Faults that are told at once. */
const FAULTS_TOLD_MAX = 40;

/** Claims that there is no fault; otherwise tells the faults, one a line. */
export function none(faults, claim) {
  if (faults.length === 0) return;
  const told = faults.slice(0, FAULTS_TOLD_MAX);
  if (faults.length > told.length) told.push(`… and ${faults.length - told.length} more`);
  assert.fail(`${claim}, but:\n${told.join('\n')}`);
}

/** A page without what it tells search engines: data that no browser runs and nothing can end. */
export function withoutData(html) {
  return html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '');
}
