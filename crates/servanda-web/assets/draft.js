// The script of the page on which a draft is written. It keeps what is typed before it is saved: in
// the browser at once, at the site after a pause. What the site has is taken out of the browser again.
// Without it, the button saves as ever.

(() => {
  'use strict';

  /** Milliseconds without a key after which what is typed is sent. */
  const PAUSE = 3_000;
  /** The least time between two times that it is sent. */
  const BETWEEN = 15_000;

  const form = document.querySelector('form[data-keep]');
  const told = document.querySelector('[data-kept-told]');
  if (!form || !told) return;
  const words = form.dataset;
  // One for each draft and whoever writes it: others who use this browser are not shown it.
  const place = `servanda-draft ${words.account} ${words.draft}`;

  const typed = () => {
    const fields = new URLSearchParams(new FormData(form));
    fields.delete('seen');
    return fields.toString();
  };
  const browser = {
    read() {
      try {
        return JSON.parse(localStorage.getItem(place));
      } catch {
        return null;
      }
    },
    write(state) {
      try {
        if (state) localStorage.setItem(place, JSON.stringify(state));
        else localStorage.removeItem(place);
      } catch {
        // No room, or none is given: then only the site keeps it.
      }
    },
  };
  const tell = (what) => {
    if (told.textContent !== what) told.textContent = what;
  };

  let timer;
  let sentAt = -Infinity;
  let sending = false;

  /** Sends what the browser has, and takes it out where the site has it. */
  const send = async () => {
    const state = browser.read() ?? { seen: form.elements.seen.value, typed: typed() };
    if (sending) return later();
    sending = true;
    sentAt = Date.now();
    const body = new URLSearchParams(state.typed);
    body.set('seen', state.seen);
    try {
      const answer = await fetch(words.keep, { method: 'POST', body, redirect: 'error' });
      const isKept = answer.status === 204 || answer.status === 409;
      if (isKept && browser.read()?.typed === state.typed) browser.write(null);
      if (answer.status === 204) tell(words.kept);
      else if (answer.status === 409) tell(words.meanwhile);
      else if (answer.status === 401) tell(words.signedOut);
      else tell(words.refused);
      return answer.status;
    } catch {
      tell(words.offline);
      later();
      return 0;
    } finally {
      sending = false;
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(send, Math.max(PAUSE, sentAt + BETWEEN - Date.now()));
  };

  form.addEventListener('input', () => {
    browser.write({ seen: form.elements.seen.value, typed: typed() });
    if (!navigator.onLine) tell(words.offline);
    later();
  });
  // Saved is saved: what is in the browser goes when the page says so.
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    browser.write({ seen: form.elements.seen.value, typed: typed(), isSent: true });
  });
  addEventListener('online', later);
  addEventListener('offline', () => tell(words.offline));

  /** Puts back into the form what was typed into it. */
  const putBack = (state) => {
    const values = new URLSearchParams(state.typed);
    for (const field of form.elements) {
      if (field.type === 'checkbox') field.checked = values.has(field.name);
      else if (field.name && field.name !== 'seen' && values.has(field.name)) field.value = values.get(field.name);
    }
    tell(words.again);
  };

  const left = browser.read();
  if (!left) return;
  if (left.isSent && 'saved' in words) {
    browser.write(null);
  } else if (left.seen === form.elements.seen.value) {
    if (left.typed !== typed()) putBack(left);
    later();
  } else {
    // Somebody has saved it since. The site keeps both and shows both.
    send().then((status) => {
      if (status === 204 || status === 409) location.assign(form.action);
    });
  }
})();
