// The local page: follows the board and shows each message's way.
import { keepBars } from '/acts.js';
import { showDigests } from '/digests.js';
import { arrange, byId, element, isSignedIn, signInAgain } from '/dom.js';
import { keepPreviews } from '/effects.js';
import { showCustomers, showSignedIn } from '/forms.js';
import { messageBlock } from '/message.js';
import { refreshQueue } from '/queue.js';
import { showStop } from '/stop.js';

const tally = [
  ['vus', 'seen'], ['en cours', 'waiting'], ['demandes', 'requests'], ['suites', 'followUps'], ['refusés', 'refused'], ['sans réponse', 'ignored'], ['quarantaine', 'quarantined'],
];
const shown = new Map();
let board = null;

function modeOf(next) {
  if (next.safeMode) return next.safeMode;
  if (next.demo) return `Démonstration\u00a0: rien n’est configuré, tout reste sur cette machine${next.observeOnly ? '. Mode observation\u00a0: chaque réponse attend un technicien' : ''}`;
  return next.observeOnly ? 'Mode observation\u00a0: chaque réponse attend un technicien' : `En service pour ${next.supportAddress}`;
}

/** How to find what takes the place of an element in a request that is made anew; undefined elsewhere. */
function twinOf(focused) {
  const reference = focused?.closest('.request')?.id;
  if (reference && focused.id === reference) return () => byId(reference);
  const selector = focused?.dataset.verb ? `[data-verb="${focused.dataset.verb}"]` : focused?.closest('.journal') ? '.journal > summary' : '';
  return reference && (() => byId(reference)?.querySelector(selector || '.status') ?? byId(reference));
}

function show(next) {
  board = next;
  isSignedIn(next.signedIn);
  showSignedIn(next.signedIn);
  showStop(next.stop);
  showDigests(next.digests);
  refreshQueue();
  if (byId('mode').textContent !== modeOf(next)) byId('mode').textContent = modeOf(next);
  byId('chat-link').hidden = !next.demo || Boolean(next.safeMode);
  document.body.classList.toggle('looks-only', Boolean(next.safeMode));
  byId('counts').replaceChildren(...tally.map(([name, key]) => {
    const item = element('li', '', `${name} `);
    item.append(element('b', '', next.counts[key]));
    return item;
  }));
  byId('empty').hidden = next.messages.length > 0;
  const keys = new Set(next.messages.map(message => message.key));
  const focused = document.activeElement;
  const twin = twinOf(focused);
  for (const [key, known] of shown) if (!keys.has(key)) { known.block.remove(); shown.delete(key); }
  keepPreviews(new Set([...next.messages.flatMap(message => message.effects), ...next.digests].map(effect => effect.key)));
  keepBars(new Set(next.messages.flatMap(message => message.requests.map(request => request.reference))));
  arrange(byId('messages'), next.messages.map(message => {
    const text = JSON.stringify(message);
    const known = shown.get(message.key);
    if (known?.text === text) return known.block;
    const block = messageBlock(message, next);
    known?.block.replaceWith(block);
    shown.set(message.key, { text, block });
    return block;
  }));
  // What is moved into a new block, or made anew in it, loses the focus on its way.
  if (focused !== document.activeElement) (focused.isConnected ? focused : twin?.())?.focus({ preventScroll: true });
  if (next.demo && !next.safeMode && byId('form-section').hidden) showCustomers(next.customers);
}

let waiting = new AbortController();
let also = ''; // A request that somebody opens is shown however old it is.

async function follow() {
  for (;;) {
    try {
      const asked = new URLSearchParams(also ? { also } : {});
      if (board) asked.set('after', board.revision);
      const answer = await fetch(`/api/board?${asked}`, { signal: waiting.signal });
      if (answer.status === 401) return signInAgain();
      if (!answer.ok) throw new Error(`${answer.status}`);
      show(await answer.json());
      if (also && !opened) open(also);
    } catch (failure) {
      if (failure.name === 'AbortError') {
        waiting = new AbortController();
        continue;
      }
      byId('mode').textContent = 'Connexion perdue, nouvelle tentative…';
      await new Promise(resolve => setTimeout(resolve, 2000));
    }
  }
}

let opened = false;

/** Goes to a request; one that is not shown is fetched first. */
function open(reference) {
  const request = byId(reference);
  if (request) {
    opened = true;
    request.focus({ preventScroll: true });
    request.scrollIntoView();
  } else if (also !== reference) {
    [also, opened, board] = [reference, false, null];
    waiting.abort();
  }
}

function openAddressed() {
  const [reference] = location.hash.match(/SI-[0-9A-Z]{4}-[0-9A-Z]{4}$/) ?? [];
  if (reference) open(reference);
}

addEventListener('hashchange', openAddressed);
openAddressed();
follow();
