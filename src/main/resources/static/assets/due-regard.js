/* Everything works without this file. It only makes it quicker: saves as people type, shows the status a figure would
   give, warns before a session ends. */
(() => {
  'use strict';

  const csrf = document.querySelector('meta[name="csrf"]');
  const token = csrf ? csrf.content : '';
  const post = (address, body) => fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    redirect: 'manual',
    headers: { 'X-Requested-With': 'due-regard', [csrf ? csrf.dataset.header || 'X-CSRF-TOKEN' : 'X-CSRF-TOKEN']: token },
    body,
  });

  document.documentElement.classList.add('dr-js');

  const focusFirst = document.querySelector('[data-focus]');
  if (focusFirst) {
    focusFirst.focus();
  }

  /* A link of the error summary leads to the box itself. */
  document.querySelectorAll('.govuk-error-summary__list a').forEach(link => link.addEventListener('click', event => {
    const box = document.getElementById(link.getAttribute('href').slice(1));
    if (box) {
      event.preventDefault();
      // on a phone only the item that the address points into is shown
      location.hash = link.hash;
      box.closest('details')?.setAttribute('open', '');
      (box.labels?.[0] || box).scrollIntoView();
      const inner = box.matches('fieldset') ? box.querySelector('input') : box;
      (inner || box).focus({ preventScroll: true });
    }
  }));

  const form = document.querySelector('form[data-autosave]');
  if (form) {
    const said = document.querySelectorAll('[data-saved]');
    const say = text => said.forEach(place => { place.textContent = text; });
    const pending = new Map();
    const running = new Map();

    const fieldsOf = section => {
      const fields = new URLSearchParams();
      section.querySelectorAll('input, textarea, select').forEach(box => {
        const off = (box.type === 'radio' || box.type === 'checkbox') && !box.checked;
        if (box.name && !off) {
          fields.append(box.name, box.value);
        }
      });
      return fields;
    };

    const save = async section => {
      const id = section.dataset.item;
      clearTimeout(pending.get(id));
      pending.delete(id);
      if (running.has(id)) {
        pending.set(id, setTimeout(() => save(section), 300));
        return;
      }
      running.set(id, true);
      try {
        const answer = await post(form.dataset.autosave + id, fieldsOf(section));
        if (answer.ok || answer.status === 409) {
          const html = new DOMParser().parseFromString(await answer.text(), 'text/html');
          const news = html.querySelector('[data-stamp]');
          if (news && answer.ok) {
            section.querySelector('input[name^="seen-"]').value = news.dataset.stamp;
            const was = section.querySelector('input[name^="was-"]');
            if (was) {
              was.value = news.dataset.was;
            }
            const live = section.querySelector('.dr-live');
            const fresh = news.querySelector('.dr-live__in');
            if (live.innerHTML.trim() !== fresh.innerHTML.trim()) {
              live.replaceChildren(...fresh.childNodes);
            }
            section.querySelector('[data-fix]')?.classList.toggle('dr-fix--spare', news.dataset.off !== 'true');
            const done = news.querySelector('[data-now="done"]').textContent;
            document.querySelectorAll('[data-done]').forEach(place => { place.textContent = done; });
            say(news.querySelector('[data-now="saved"]').textContent);
          } else if (news?.dataset.own) {
            // an answer got lost, or the same person writes elsewhere: whoever types last is right
            section.querySelector('input[name^="seen-"]').value = news.dataset.stamp;
            pending.set(id, setTimeout(() => save(section), 50));
          } else {
            say(news?.querySelector('[data-now="conflict"]')?.textContent || form.dataset.unsaved || '');
          }
        } else {
          say(form.dataset.unsaved || '');
        }
      } catch (unreachable) {
        say(form.dataset.unsaved || '');
        pending.set(id, setTimeout(() => save(section), 5000));
      } finally {
        running.delete(id);
      }
    };

    const soon = (event, wait) => {
      const section = event.target.closest('[data-item]');
      if (section) {
        clearTimeout(pending.get(section.dataset.item));
        pending.set(section.dataset.item, setTimeout(() => save(section), wait));
      }
    };
    form.addEventListener('submit', () => {
      pending.forEach(timer => clearTimeout(timer));
      pending.clear();
    });
    form.addEventListener('input', event => soon(event, 900));
    form.addEventListener('change', event => soon(event, 50));
    form.addEventListener('focusout', event => {
      const section = event.target.closest('[data-item]');
      if (section && pending.has(section.dataset.item)) {
        save(section);
      }
    });

    /* A column that is pasted into a box of the grid fills the boxes below it. The server reads it, shows where each line
       goes, and each row is saved as if it had been typed. */
    const grid = form.querySelector('[data-column]');
    if (grid) {
      const rows = [...grid.querySelectorAll('[data-item]')];
      const boxesOf = row => [...row.querySelectorAll('input[type=text], select')];
      const fill = async values => {
        const before = new Map();
        for (const [row, texts] of values) {
          before.set(row, boxesOf(row).map(box => box.value));
          boxesOf(row).forEach((box, place) => { box.value = texts[place]; });
        }
        for (const row of values.keys()) {
          await save(row);
        }
        return before;
      };
      grid.addEventListener('paste', async event => {
        const text = event.clipboardData.getData('text/plain');
        const from = event.target.closest('[data-item]');
        if (!from || !/[\n\t]/.test(text.replace(/[\r\n]+$/, ''))) {
          return;
        }
        event.preventDefault();
        const place = document.getElementById('pasted');
        try {
          const fields = new URLSearchParams(new FormData(form));
          fields.set('then', 'column');
          fields.set('column', text);
          fields.set('from', from.dataset.item);
          const answer = await post(grid.dataset.column, fields);
          const html = new DOMParser().parseFromString(await answer.text(), 'text/html');
          const notice = html.querySelector('#pasted .dr-notice');
          if (!answer.ok || !notice) {
            throw new Error();
          }
          notice.querySelector('[data-unsaved-only]').remove();
          const values = new Map();
          rows.forEach(row => {
            const filled = html.querySelector(`[data-filled][data-item="${CSS.escape(row.dataset.item)}"]`);
            if (filled) {
              values.set(row, boxesOf(filled).map(box => box.value));
            }
          });
          place.replaceChildren(notice);
          const before = await fill(values);
          if (before.size) {
            const back = document.createElement('button');
            back.type = 'button';
            back.className = 'dr-textbutton';
            back.textContent = grid.dataset.putBack;
            back.addEventListener('click', () => {
              place.replaceChildren();
              event.target.focus();
              fill(before);
            });
            notice.append(back);
          }
        } catch (unreachable) {
          const said = document.createElement('p');
          said.className = 'dr-notice dr-notice--off';
          said.setAttribute('role', 'status');
          said.textContent = grid.dataset.unreachable;
          place.replaceChildren(said);
        }
      });
      grid.addEventListener('keydown', event => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step && event.target.matches('input[type=text]')) {
          const row = event.target.closest('[data-item]');
          const next = rows[rows.indexOf(row) + step];
          if (next) {
            event.preventDefault();
            const place = Math.min(boxesOf(row).indexOf(event.target), boxesOf(next).length - 1);
            boxesOf(next)[place].focus();
          }
        }
      });
    }
  }

  /* Words for others to read: how they read is shown below the box while it is open, as the server shows them. */
  document.querySelectorAll('[data-write]').forEach(place => {
    const box = place.querySelector('textarea');
    const button = place.querySelector('.dr-write__show');
    const reads = place.querySelector('.dr-reads');
    const said = place.querySelector('[data-words-say]');
    let timer;
    let asked = 0;

    const show = async () => {
      const mine = ++asked;
      try {
        const answer = await post('/words/preview', new URLSearchParams({ words: box.value }));
        if (!answer.ok) {
          throw new Error();
        }
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').body;
        if (mine === asked) {
          reads.querySelector('.dr-words').replaceChildren(...fresh.childNodes);
          if (said.textContent === said.dataset.unshown) {
            said.textContent = '';
          }
        }
      } catch (unreachable) {
        said.textContent = said.dataset.unshown;
      }
    };
    const open = shown => {
      reads.hidden = !shown;
      button.setAttribute('aria-expanded', shown);
    };
    open(!reads.hidden);
    button.addEventListener('click', () => {
      open(reads.hidden);
      if (!reads.hidden) {
        show();
      }
    });
    box.addEventListener('input', () => {
      if (!reads.hidden) {
        clearTimeout(timer);
        timer = setTimeout(show, 500);
      }
    });

    /* What Word and others copy comes as HTML beside its plain words. The plain words are in at once; if what they looked
       like can be written down, that takes their place, and undoing it once leaves the plain words. */
    const looks = /<(table|li|h[1-6]|b|strong|i|em|a)[\s>]|mso-list|font-weight:\s*(bold|[6-9]00)/i;
    const unseen = /<style[\s\S]*?<\/style>|<!--\[if gte[\s\S]*?<!\[endif\]-->|\ssrc="data:[^"]*"/gi;
    const write = (from, to, text) => {
      const elsewhere = document.activeElement;
      const caret = box.selectionStart + (box.selectionStart >= to ? text.length - (to - from) : 0);
      box.focus({ preventScroll: true });
      box.setSelectionRange(from, to);
      if (!document.execCommand('insertText', false, text)) {
        box.setRangeText(text, from, to, 'end');
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      box.setSelectionRange(caret, caret);
      if (elsewhere !== box) {
        elsewhere.focus({ preventScroll: true });
      }
    };
    box.addEventListener('paste', async event => {
      const html = event.clipboardData.getData('text/html').replace(unseen, '');
      const plain = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
      if (!plain.trim() || !looks.test(html)) {
        return;
      }
      event.preventDefault();
      const from = box.selectionStart;
      write(from, box.selectionEnd, plain);
      box.setSelectionRange(from + plain.length, from + plain.length);
      let words = '';
      try {
        const answer = await post('/words/pasted', new URLSearchParams({ html }));
        words = answer.ok ? await answer.text() : '';
      } catch (unreachable) {
        return;
      }
      const to = from + plain.length;
      // nothing but words: they stay as they were pasted
      const bare = text => text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\s+/g, ' ').trim();
      if (!words || bare(words) === bare(plain) || box.value.slice(from, to) !== plain) {
        return;
      }
      const block = /\n|^(#|[-|] |\d+\. )/.test(words);
      const before = box.value.slice(0, from);
      const after = box.value.slice(to);
      const gap = text => block && text.trim() ? '\n'.repeat(Math.max(0, 2 - /\n*$/.exec(text)[0].length)) : '';
      const behind = block && after.trim() ? '\n'.repeat(Math.max(0, 2 - /^\n*/.exec(after)[0].length)) : '';
      const lead = block ? '' : /^\s*/.exec(plain)[0];
      const tail = block ? '' : /\s*$/.exec(plain)[0];
      write(from, to, gap(before) + lead + words + tail + behind);
      said.textContent = said.dataset.pasted;
    });
  });

  /* What a form would come to is shown as people type, at most once a second: whoever listens is not to be interrupted
     by each letter. Nothing is replaced under the hand of somebody who is in it. */
  const live = document.querySelector('form[data-live]');
  if (live) {
    let timer;
    let last = 0;
    let running = false;
    let settled = false;

    const show = html => {
      html.querySelectorAll('[data-part]').forEach(fresh => {
        const stands = document.getElementById(fresh.dataset.part);
        if (stands && !stands.contains(document.activeElement) && stands.innerHTML.trim() !== fresh.innerHTML.trim()) {
          stands.replaceChildren(...fresh.childNodes);
        }
      });
      const folded = html.querySelector('[data-unfold]');
      if (folded && settled) {
        document.getElementById(folded.dataset.unfold)?.setAttribute('open', '');
      }
    };

    const ask = async () => {
      timer = undefined;
      if (running) {
        soon(300);
        return;
      }
      running = true;
      last = Date.now();
      const fields = new URLSearchParams(new FormData(live));
      const reads = live.method === 'get';
      const link = live.action + '?' + fields;
      fields.set('then', 'live');
      try {
        const answer = reads
          ? await fetch(live.action + '?' + fields, {
            credentials: 'same-origin', redirect: 'manual', headers: { 'X-Requested-With': 'due-regard' },
          })
          : await post(live.action, fields);
        // an answer to what was typed since is on its way
        if (answer.ok && !timer) {
          show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
          if (reads) {
            history.replaceState(null, '', link);
          }
        }
      } catch (unreachable) {
        // the button shows the same
      } finally {
        running = false;
      }
    };

    const soon = wait => {
      clearTimeout(timer);
      timer = setTimeout(ask, Math.max(wait, last + 1000 - Date.now()));
    };
    live.addEventListener('input', event => {
      settled = false;
      soon(event.target.matches('input[type=text], textarea') ? 700 : 50);
    });
    live.addEventListener('change', () => {
      settled = true;
      soon(50);
    });
    live.addEventListener('submit', () => clearTimeout(timer));
  }

  /* A meeting by keyboard: a key presses, opens or goes into what carries it. Keys can be turned off, for those whose
     speech or switch would press them by mistake; they rest while somebody types. */
  const keys = document.querySelector('[data-keys]');
  if (keys) {
    const turn = keys.querySelector('button');
    const words = { off: turn.textContent, on: turn.dataset.on };
    let on = localStorage.getItem('meeting-keys') !== 'off';
    const show = () => {
      turn.textContent = on ? words.off : words.on;
      keys.classList.toggle('dr-keys--off', !on);
    };
    show();
    turn.addEventListener('click', () => {
      on = !on;
      if (on) {
        localStorage.removeItem('meeting-keys');
      } else {
        localStorage.setItem('meeting-keys', 'off');
      }
      show();
    });
    document.addEventListener('keydown', event => {
      const typing = event.target.closest('textarea, select, input:not([type=radio])');
      if (typing && event.key === 'Escape') {
        typing.blur();
      } else if (typing && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        (typing.form.querySelector('details[open] button') || typing.form.querySelector('button')).click();
      } else if (event.target.matches('input[type=radio]') && event.key === 'Enter') {
        // else it would press the first button of the form, which agrees what was proposed
        event.preventDefault();
        document.getElementById('reason').focus();
      }
      if (typing || !on || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('dialog')) {
        return;
      }
      const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
      if (!target) {
        return;
      }
      event.preventDefault();
      if (target.matches('summary')) {
        const details = target.parentElement;
        details.open = true;
        (details.querySelector('input:checked') || details.querySelector('input:not([type=hidden]), textarea')).focus();
      } else if (target.matches('a, button')) {
        target.click();
      } else {
        target.querySelector('textarea').focus();
      }
    });
  }

  /* Filters act at once when they are pointed at. By keyboard each arrow is a change: there, and without this file, their
     button acts. */
  document.querySelectorAll('form[data-filter] select').forEach(select => {
    let byKey = false;
    select.addEventListener('keydown', () => { byKey = true; });
    select.addEventListener('pointerdown', () => { byKey = false; });
    select.addEventListener('change', () => byKey || select.form.requestSubmit());
  });

  /* A session ends an hour after the last request: five minutes before that, people are told and can stay. */
  const warning = document.querySelector('[data-session]');
  if (warning) {
    const minutes = Number(warning.dataset.session);
    let ends = Date.now() + minutes * 60000;
    warning.querySelector('button').addEventListener('click', async () => {
      if ((await post('/session/extend')).ok) {
        ends = Date.now() + minutes * 60000;
        warning.close();
      }
    });
    setInterval(() => {
      if (Date.now() > ends - 5 * 60000 && !warning.open) {
        warning.showModal();
      }
    }, 15000);
    [form, live].forEach(asking => asking?.addEventListener('input', () => { ends = Date.now() + minutes * 60000; }));
  }
})();
