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
            const live = section.querySelector('.dr-live');
            const fresh = news.querySelector('.dr-live__in');
            if (live.innerHTML.trim() !== fresh.innerHTML.trim()) {
              live.replaceChildren(...fresh.childNodes);
            }
            section.querySelector('[data-fix]')?.classList.toggle('dr-fix--spare', news.dataset.off !== 'true');
            const done = news.querySelector('[data-now="done"]').textContent;
            document.querySelectorAll('[data-done]').forEach(place => { place.textContent = done; });
            say(news.querySelector('[data-now="saved"]').textContent);
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
  }

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
