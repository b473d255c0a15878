// The script of the pages of documents that a side has received: sending with its progress, and keys for
// going through findings. Without it the pages are forms, and say the same.

(() => {
  'use strict';

  const form = document.querySelector('form[data-drop]');
  if (form) sending(form);
  const list = document.querySelector('form#findings');
  const choosing = document.querySelector('form[data-choosing]');
  if (list) keys(list, choosing ? selecting(list, choosing) : () => {});

  /** Sends a document and tells how far it has come; it may also be dropped on the form. */
  function sending(form) {
    const words = form.dataset;
    const input = form.querySelector('input[type=file]');
    const told = form.querySelector('[data-told]');
    const bar = form.querySelector('progress');
    const send = () => {
      if (!input.files.length) return;
      const request = new XMLHttpRequest();
      const enable = (isFree) => form.querySelectorAll('button').forEach((it) => (it.disabled = !isFree));
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        bar.value = total ? Math.round((100 * loaded) / total) : 0;
      });
      request.upload.addEventListener('load', () => {
        // The site reads it now, for as long as that takes.
        bar.removeAttribute('value');
        told.textContent = words.reading;
      });
      request.addEventListener('load', () => {
        if (request.status === 200) {
          location.assign(request.responseURL);
          return;
        }
        const page = new DOMParser().parseFromString(request.responseText, 'text/html');
        failed(page.querySelector('.mend li, main p')?.textContent ?? words.failed);
      });
      request.addEventListener('error', () => failed(words.failed));
      const failed = (what) => {
        told.textContent = what;
        bar.hidden = true;
        enable(true);
        input.focus();
      };
      const data = new FormData(form);
      told.textContent = words.sending;
      bar.value = 0;
      bar.hidden = false;
      enable(false);
      request.open('POST', form.action);
      request.send(data);
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      send();
    });
    const over = (isOver) => (event) => {
      event.preventDefault();
      form.classList.toggle('over', isOver);
    };
    form.addEventListener('dragover', over(true));
    form.addEventListener('dragleave', over(false));
    form.addEventListener('drop', (event) => {
      over(false)(event);
      if (!event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      send();
    });
  }

  /** Takes up words that are selected in the text: offers a button while some are. Returns what the key does. */
  function selecting(list, form) {
    const offer = document.querySelector('.selected');
    const selected = () => {
      const selection = getSelection();
      if (!selection?.rangeCount || selection.isCollapsed) return null;
      const { startContainer: from } = selection.getRangeAt(0);
      const text = (from.closest ? from : from.parentElement)?.closest('.para > p');
      if (!text || !list.contains(text)) return null;
      return { words: selection.toString().trim(), near: text.parentElement.id.slice(2) };
    };
    const take = (it) => {
      if (it?.words) {
        form.elements.words.value = it.words;
        form.elements.near.value = it.near;
        form.requestSubmit();
      } else {
        form.elements.words.focus();
      }
    };
    // Pressing a button may end a selection.
    let pressed = null;
    offer.addEventListener('pointerdown', () => (pressed = selected()));
    offer.querySelector('button').addEventListener('click', () => take(pressed ?? selected()));
    document.addEventListener('selectionchange', () => (offer.hidden = !selected()));
    form.elements.words.addEventListener('input', () => (form.elements.near.value = ''));
    return () => take(selected());
  }

  /** Goes through findings by keys. They can be turned off, for those who speak to their machine. */
  function keys(form, takeSelected) {
    const PLACE = 'servanda-keys-off';
    const cards = [...form.querySelectorAll('article.finding')];
    const help = document.querySelector('#keys');
    const isOn = help?.querySelector('[data-keys]');
    if (!help || !isOn) return;
    help.hidden = false;
    const kept = {
      read: () => {
        try {
          return localStorage.getItem(PLACE);
        } catch {
          return null;
        }
      },
      write: (off) => {
        try {
          if (off) localStorage.setItem(PLACE, 'yes');
          else localStorage.removeItem(PLACE);
        } catch {
          // Then it is asked again on the next page.
        }
      },
    };
    isOn.checked = kept.read() === null;
    isOn.addEventListener('change', () => kept.write(!isOn.checked));

    let current = -1;
    const go = (index) => {
      const card = cards[index];
      if (!card) return false;
      cards[current]?.classList.remove('current');
      form.querySelectorAll('mark.current').forEach((it) => it.classList.remove('current'));
      current = index;
      card.classList.add('current');
      const number = card.id.slice(2);
      const marks = form.querySelectorAll(`mark[data-f="${number}"]`);
      marks.forEach((it) => it.classList.add('current'));
      card.focus({ preventScroll: true });
      (marks[0] ?? card).scrollIntoView({ block: 'center' });
      return true;
    };
    const here = cards.findIndex((card) => `#${card.id}` === location.hash);
    go(here >= 0 ? here : -1);

    /** On to the next page, or back: the script of that page begins at its first card. */
    const turn = (rel) => form.querySelector(`a[rel=${rel}]`)?.click();
    const press = (key) => {
      const card = cards[current];
      card?.querySelector(`[data-key=${key}]`)?.click();
    };
    const doing = {
      j: () => go(current + 1) || turn('next'),
      k: () => (current > 0 ? go(current - 1) : turn('prev')),
      a: () => press('a'),
      e: () => {
        const card = cards[current];
        const open = card?.querySelector('[data-key=e]') ?? card?.querySelector('.state a');
        open?.click();
      },
      m: () => {
        const more = cards[current]?.querySelector('[data-key=m]');
        if (more) location.assign(`${more.href}#merge`);
      },
      x: () => press('x'),
      u: () => form.querySelector('[data-key=u]')?.click(),
      c: () => {
        const box = cards[current]?.querySelector('input[type=checkbox]');
        if (box) box.checked = !box.checked;
      },
      n: takeSelected,
      '?': () => {
        help.open = !help.open;
        if (help.open) help.querySelector('summary').focus();
      },
    };
    addEventListener('keydown', (event) => {
      const isTyping = event.target.closest?.('textarea, select, input:not([type=checkbox])');
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key !== '?' && !isOn.checked) return;
      const act = doing[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
    form.addEventListener('focusin', (event) => {
      const index = cards.indexOf(event.target.closest('article.finding'));
      if (index < 0 || index === current) return;
      cards[current]?.classList.remove('current');
      current = index;
      cards[index].classList.add('current');
    });
  }
})();
