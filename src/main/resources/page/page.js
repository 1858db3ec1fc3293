// Keeps the page up to date: the server sends the parts that changed, already written out, and they are put in their places.
// What stays the same is left alone, so focus, selection and what was opened stay as they are.
'use strict';

const body = document.body;
const lost = document.getElementById('lost');
const LOST_AFTER_MS = 5_000;
let lostTimer = 0;

/** The element that some HTML of the server's is. */
function element(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** Makes an element what another is, changing no more than differs. */
function morph(now, next) {
  if (now.nodeType !== next.nodeType || now.nodeName !== next.nodeName) {
    now.replaceWith(next);
    return;
  }
  if (now.nodeType !== Node.ELEMENT_NODE) {
    if (now.nodeValue !== next.nodeValue) now.nodeValue = next.nodeValue;
    return;
  }
  for (const { name } of [...now.attributes]) {
    // Whether something is open is the reader's.
    if (!next.hasAttribute(name) && name !== 'open') now.removeAttribute(name);
  }
  for (const { name, value } of [...next.attributes]) {
    if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  }
  const before = [...now.childNodes];
  const after = [...next.childNodes];
  after.forEach((child, i) => (i < before.length ? morph(before[i], child) : now.append(child)));
  before.slice(after.length).forEach((child) => child.remove());
}

/** Puts the parts of a list that changed in their places. */
function update(list, change) {
  const known = new Map([...list.children].map((child) => [child.dataset.key, child]));
  for (const [key, html] of Object.entries(change.parts)) {
    const next = element(html);
    if (known.has(key)) {
      morph(known.get(key), next);
    } else {
      known.set(key, next);
    }
  }
  if (!change.order) return;
  const wanted = new Set(change.order);
  known.forEach((child, key) => wanted.has(key) || child.remove());
  change.order.forEach((key, i) => {
    const child = known.get(key);
    if (child && list.children[i] !== child) list.insertBefore(child, list.children[i] ?? null);
  });
}

function show(event) {
  const { build, lists } = JSON.parse(event.data);
  if (build !== body.dataset.build) {
    location.reload();
    return;
  }
  for (const [name, change] of Object.entries(lists)) {
    const list = document.querySelector(`[data-list="${name}"]`);
    if (list) update(list, change);
  }
  body.dataset.event = event.lastEventId;
}

function found() {
  clearTimeout(lostTimer);
  lostTimer = 0;
  lost.hidden = true;
}

function missed() {
  if (lostTimer) return;
  const since = new Date();
  lostTimer = setTimeout(() => {
    const clock = since.toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
    lost.textContent = body.dataset.lost.replace('{0}', clock);
    lost.hidden = false;
  }, LOST_AFTER_MS);
}

function listen() {
  const events = new EventSource(`${body.dataset.events}&since=${encodeURIComponent(body.dataset.event)}`);
  events.onopen = found;
  events.onmessage = show;
  events.onerror = () => {
    missed();
    // A browser gives up for good when it is told that too many listen; somebody may leave.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 15_000 + Math.random() * 15_000);
  };
}

// One panel at a time, and Escape closes it.
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!target.open || !target.matches('details.how')) return;
    document.querySelectorAll('details.how[open]').forEach((other) => {
      if (other !== target) other.open = false;
    });
  },
  true,
);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = document.querySelector('details.how[open]');
  if (!open) return;
  open.open = false;
  open.querySelector('summary').focus();
});
document.addEventListener('click', ({ target }) => {
  if (target.closest('details.how')) return;
  document.querySelectorAll('details.how[open]').forEach((open) => (open.open = false));
});

listen();
