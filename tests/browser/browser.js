// Debian's Chromium, able to reach this machine only.

import { chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No name but that of this machine is ever looked up.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];
/** How long the browser may take over any one step. */
const STEP_MS_MAX = 15_000;

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 320, height: 640 };

export function launch() {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS, headless: true });
}

/** A new window of a reader whose browser runs no scripts, as the site needs none. */
export async function reader(browser, options = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: WIDE,
    locale: 'en-CA',
    ...options,
  });
  context.setDefaultTimeout(STEP_MS_MAX);
  return context.newPage();
}

/** Whether an element is painted within the window. */
export async function isInView(locator) {
  const box = await locator.boundingBox();
  const { width, height } = locator.page().viewportSize();
  return (
    box !== null &&
    box.width > 0 &&
    box.height > 0 &&
    box.x < width &&
    box.x + box.width > 0 &&
    box.y < height &&
    box.y + box.height > 0
  );
}
