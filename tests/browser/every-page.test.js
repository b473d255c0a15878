// What must hold on every page that can be reached from the home page, in every language.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { NARROW, WIDE, launch, reader } from './browser.js';
import { none, withoutData } from './claims.js';
import { crawl, languageOf, routeOf } from './crawl.js';
import { DOCUMENTS, LANGUAGES, demoOfItsOwn, folder, run } from './register.js';

/** The most bytes of HTML that a reader is sent at once. */
const PAGE_BYTES_MAX = 60_000;
/** Pages that no link leads to: nothing found, something found, nothing there. */
const UNLINKED = ['/search?q=zzzzqq', '/search?q=educacion', '/nothing/is/here'];
/** Windows that work at the same time. */
const AT_ONCE = 2;

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const checker = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

let register;
let browser;
/** Everything there is, by address. */
let found;

before(async () => {
  register = await demoOfItsOwn();
  browser = await launch();
  found = await crawl(register.address);
});
after(async () => {
  await browser?.close();
  await register?.stop();
});

const pages = () => [...found].filter(([, page]) => page.type.startsWith('text/html'));
const data = () => [...found].filter(([, page]) => page.type.startsWith('application/json'));

/** One page of each kind in each language. */
function sample() {
  const chosen = new Map();
  for (const [at, page] of pages()) {
    const language = languageOf(at);
    const kind = `${language} ${routeOf(at)}`;
    // The longest page of a kind shows the most.
    if (language && page.size > (chosen.get(kind)?.size ?? 0)) {
      chosen.set(kind, { at, size: page.size });
    }
  }
  const unlinked = LANGUAGES.flatMap((language) => UNLINKED.map((at) => `/${language}${at}`));
  return [...[...chosen.values()].map(({ at }) => at), ...unlinked];
}

/** Where pages have their routes. */
const ROUTERS = ['router.rs', 'glance.rs'];
/** Addresses that no page links to: they are for programs that know where to look. */
const NOT_LINKED = ['/robots.txt', '/sitemap.xml', '/sitemap/*', '/*/*/tile/*'];

test('the links from the home page lead to every route that the router has', () => {
  const read = (name) => readFileSync(new URL(`../../crates/servanda-web/src/${name}`, import.meta.url), 'utf8');
  const source = ROUTERS.map(read).join('\n');
  const routes = [...source.matchAll(/\.route\(\s*"([^"]+)"/g)].map(([, route]) => route);
  assert.ok(routes.length > 20, `${routes.length} routes were read from the router`);
  const reached = [...found.keys()].map((at) => new URL(at, register.address).pathname);
  const missed = routes.filter((route) => !NOT_LINKED.includes(route.replace(/\{[^}]+\}/g, '*'))).filter((route) => {
    const path = route.replace(/\{\*[^}]+\}/g, '.+').replace(/\{[^}]+\}/g, '[^/]+').replace(/\/$/, '');
    const pattern = new RegExp(`^(/(${LANGUAGES.join('|')}))?${path.replaceAll('.json', '\\.json')}/?$`);
    return !reached.some((at) => pattern.test(at));
  });
  none(missed, 'every route is linked to');
});

test('no link is dead', () => {
  const dead = [...found].flatMap(([at, page]) => {
    const there = page.redirectsTo ? found.get(new URL(page.redirectsTo, register.address + at).pathname) : page;
    return there?.status === 200 ? [] : [`${at} answers ${page.status}, linked from ${page.from}`];
  });
  none(dead, 'every link leads somewhere');
});

test('a link to a place within a page leads to that place', () => {
  const lost = pages().flatMap(([at, page]) =>
    page.links.flatMap((href) => {
      const url = new URL(href, register.address + at);
      const there = found.get(url.pathname + url.search);
      if (url.origin !== register.address || !url.hash || !there) return [];
      return there.ids.has(decodeURIComponent(url.hash.slice(1))) ? [] : [`${at} → ${href}`];
    }),
  );
  none(lost, 'every place that is linked to exists');
});

test('every page with a twin for programs has one that is JSON', () => {
  for (const [at, page] of data()) {
    assert.doesNotThrow(() => JSON.parse(page.body), `${at} is JSON`);
  }
  const lists = pages().filter(([at, page]) => page.ids.size > 0 && routeOf(at).startsWith('/*'));
  const lonely = lists.filter(([, page]) => !page.links.some((href) => /\.json(\?|$)/.test(href)));
  none(lonely.map(([at]) => at), 'every page of the register has a twin');
});

test('the twin of a page holds records when the page does', () => {
  const lines = (page) => (page.body.match(/<p class="row-title"/g) ?? []).length;
  const empty = pages().flatMap(([at, page]) => {
    const twin = page.links.find((href) => /\/commitments\.json/.test(href));
    if (!twin || lines(page) === 0) return [];
    const held = Object.values(JSON.parse(found.get(twin).body)).filter(Array.isArray);
    return held.some((records) => records.length > 0) ? [] : [`${at} has lines, ${twin} none`];
  });
  none(empty, 'twins hold what pages show');
});

test('no page is heavier than a slow line carries', () => {
  const heavy = pages().filter(([, page]) => page.size > PAGE_BYTES_MAX);
  none(heavy.map(([at, page]) => `${at}: ${page.size} bytes`), 'pages are light');
});

test('no page has a script, and no browser may run one, but where somebody signs in', () => {
  for (const [at, page] of pages()) {
    // The script for passkeys is looked at in passkey.test.js.
    if (/^\/\w+\/sign-in/.test(at)) continue;
    assert.doesNotMatch(withoutData(page.body), /<script|javascript:|\son[a-z]+=/i, `${at} has no script`);
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, `${at} allows nothing by default`);
    assert.doesNotMatch(policy, /script-src|unsafe/, `${at} allows no script`);
  }
});

test('every page says its language, its address and where the reader is', () => {
  const locales = { en: 'en-CA', fr: 'fr-CA', es: 'es-MX' };
  for (const [at, page] of pages()) {
    if (page.redirectsTo) continue;
    const language = languageOf(at);
    assert.match(page.body, new RegExp(`<html lang="${locales[language]}">`), at);
    assert.equal(page.headers.get('content-language'), locales[language], at);
    assert.match(page.body, /<title>[^<]+ – Servanda<\/title>/, `${at} has a title`);
    assert.equal(page.body.match(/<h1[ >]/g)?.length, 1, `${at} has one main heading`);
    assert.match(page.body, /<link rel="canonical" href="http/, `${at} has a permanent address`);
    assert.match(page.body, /<nav class="languages"/, `${at} leads to the other languages`);
    if (routeOf(at).startsWith('/*')) {
      assert.match(page.body, /<nav class="crumbs"/, `${at} says where it is`);
      assert.ok(page.body.includes(`${register.address}${at}`.replaceAll('&', '&#38;')), `${at} is cited by its address`);
    }
  }
});

test('an address where nothing is answers so, in its language, with the same header', async () => {
  const titles = { en: 'Page not found', fr: 'Page introuvable', es: undefined };
  const nowhere = [
    '/nothing', '/canada-mexico/nothing', '/canada-mexico/commitments/nothing',
    '/canada-mexico/commitments/0000000000', '/canada-mexico/bodies/0000000000.json',
    '/canada-mexico/journal/nobody', '/canada-mexico/journal/registrar/999999',
    '/canada-mexico/documents/0000000000/original', '/atlantis', '/atlantis/commitments',
    '/canada-mexico/commitments/%3Cscript%3E', '/a/b/c/d/e/f',
  ];
  for (const language of LANGUAGES) {
    for (const at of nowhere) {
      const response = await fetch(`${register.address}/${language}${at}`);
      const body = await response.text();
      assert.equal(response.status, 404, `/${language}${at}`);
      assert.match(body, new RegExp(`<html lang="${language}-`), `/${language}${at}`);
      assert.match(body, /<header class="top">/, `/${language}${at} has the header`);
      assert.match(body, /<form class="find" role="search"/, `/${language}${at} has the search`);
      assert.doesNotMatch(body, /<script/, `/${language}${at}`);
      if (titles[language]) assert.ok(body.includes(titles[language]), `/${language}${at}`);
    }
  }
  assert.equal((await fetch(`${register.address}/de/nothing`)).status, 404);
});

test('the HTML of every kind of page is valid', async () => {
  const saved = await folder();
  try {
    const names = new Map();
    for (const at of sample()) {
      const body = found.get(at)?.body ?? (await (await fetch(register.address + at)).text());
      const name = `${names.size}.html`;
      names.set(name, at);
      await writeFile(path.join(saved.path, name), body);
    }
    const args = ['-Xss4m', '-jar', checker, '--format', 'json', '--exit-zero-always', saved.path];
    const { stderr } = await run(args, { program: 'java' });
    const { messages } = JSON.parse(stderr);
    const faults = new Map();
    for (const { url, lastLine, message, extract } of messages) {
      const where = `${names.get(path.basename(url))} line ${lastLine}: ${extract?.trim() ?? ''}`;
      faults.set(message, [...(faults.get(message) ?? []), where]);
    }
    none(grouped(faults), 'the HTML is valid');
  } finally {
    await saved.remove();
  }
});

test('every kind of page is accessible and fits, light and dark, on a telephone and a desk', async () => {
  const faults = new Map();
  const note = (what, where) => faults.set(what, [...(faults.get(what) ?? []), where]);
  const waiting = sample();
  const work = async () => {
    // Scripts run here because the inspector is one; the pages bring none.
    const page = await reader(browser, { javaScriptEnabled: true });
    for (let at = waiting.shift(); at; at = waiting.shift()) {
      await page.goto(register.address + at);
      await page.evaluate(axe);
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size);
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          for (const { what, where } of await inspect(page)) {
            note(what, `${at}, ${size.width} px, ${colorScheme}: ${where}`);
          }
        }
        const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
        if (width > size.width) note('the page scrolls sideways', `${at}: ${width} px wide`);
      }
    }
    await page.context().close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  none(grouped(faults), 'all pages are accessible');
});

/** Each fault once, with how often and where first. */
function grouped(faults) {
  return [...faults].map(
    ([what, where]) => `${what} (${where.length} times)\n    ${where.slice(0, 4).join('\n    ')}`,
  );
}

/** What the inspector has to say of a page as it is shown. */
function inspect(page) {
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await globalThis.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => ({
        what: `${id}: ${help}`,
        where: `${node.target.join(' ')} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`,
      })),
    );
  });
}
