// Follows every link of the site from its home page, so that no page is forgotten.

/** More pages than the site has: past this, the links lead round in circles. */
const PAGES_MAX = 40_000;
/** Requests under way at once. */
const AT_ONCE = 8;

/**
 * Fetches every page that can be reached in every language.
 *
 * Lists may be asked for with any set of filters; one filter at a time stands for all.
 * Returns a map from address (path and query) to what is there:
 * `{ status, type, headers, body, links, ids, from }`.
 */
export async function crawl(address) {
  const found = new Map();
  const waiting = [];
  const see = (href, from) => {
    const url = new URL(href, address + from);
    if (url.origin !== address) return;
    const at = url.pathname + url.search;
    if (found.has(at) || filtersIn(url) > 1) return;
    // A page of another day is looked at; its links lead to the whole site as of that day.
    if (isOfAnotherDay(from)) return;
    if (found.size >= PAGES_MAX) throw new Error(`more than ${PAGES_MAX} pages, last ${at}`);
    found.set(at, undefined);
    waiting.push({ at, from });
  };
  see('/', '');
  let busy = 0;
  await new Promise((resolve, reject) => {
    const next = () => {
      if (waiting.length === 0 && busy === 0) resolve();
      while (waiting.length > 0 && busy < AT_ONCE) {
        const { at, from } = waiting.shift();
        busy += 1;
        visit(address, at, from)
          .then((page) => {
            found.set(at, page);
            for (const href of page.links) see(href, at);
            busy -= 1;
            next();
          })
          .catch(reject);
      }
    };
    next();
  });
  return found;
}

async function visit(address, at, from) {
  const response = await fetch(address + at, { redirect: 'manual' });
  const type = response.headers.get('content-type') ?? '';
  const body = await response.text();
  const location = response.headers.get('location');
  const isPage = type.startsWith('text/html');
  return {
    status: response.status,
    headers: response.headers,
    type,
    body,
    from,
    size: Buffer.byteLength(body),
    links: [...(location ? [location] : []), ...(isPage ? attributes(body, 'href|src|action') : [])],
    ids: new Set(isPage ? attributes(body, 'id') : []),
    redirectsTo: location,
  };
}

/** The values of an attribute in a page, the first of these names in each element. */
function attributes(html, names) {
  const pattern = new RegExp(`<[a-z][^>]*?\\s(?:${names})="([^"]*)"`, 'g');
  return Array.from(html.matchAll(pattern), ([, value]) => unescape(value));
}

function unescape(text) {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function isOfAnotherDay(at) {
  return /[?&](as-of|on)=/.test(at);
}

function filtersIn(url) {
  return [...url.searchParams.keys()].filter((name) => !['page', 'before', 'q'].includes(name))
    .length;
}

/** What kind of page an address is of, the same for all records of a kind and all languages. */
export function routeOf(at) {
  const url = new URL(at, 'http://127.0.0.1');
  const path = url.pathname
    .replace(/^\/(en|fr|es)(?=\/|$|\.)/, '')
    .replace(/^\/canada-mexico/, '/*')
    .replace(/\/[0-9a-z]{10}(?=\/|$|\.)/g, '/*')
    .replace(/\/journal\/([a-z]+)\/\d+/, '/journal/$1/*');
  const names = [...new Set(url.searchParams.keys())].sort();
  return names.length > 0 ? `${path}?${names.join('&')}` : path || '/';
}

/** The language of an address, if it has one. */
export function languageOf(at) {
  return /^\/(en|fr|es)(?=[/.?]|$)/.exec(at)?.[1];
}
