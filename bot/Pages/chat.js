// The chat page: who one is, and what stands in their conversation, followed as it changes.
import { loadRenderer } from '/chat-cards.js';
import { clearMessages, showMessages } from '/chat-messages.js';
import { chosen, findPerson, showNews, showPeople } from '/chat-people.js';
import { byId, post } from '/dom.js';

const lost = 'Connexion perdue, nouvelle tentative…';
let following = null;
let about = null; // The message that is edited, quoted or answered in its thread: {kind, message}.

const seat = () => ({ person: chosen.person.id, chat: chosen.chat.id });

function aboutThis(next) {
  about = next;
  byId('about').hidden = !next;
  byId('write').value = next?.kind === 'edit' ? next.message.text : '';
  if (!next) return;
  const shown = (next.message.text || 'la carte').slice(0, 80);
  byId('about').firstElementChild.textContent = { edit: 'Vous modifiez votre message.', quote: `En réponse à «\u00a0${shown}\u00a0»`, thread: 'Réponse dans ce fil.' }[next.kind];
  byId('write').focus();
}

const acts = {
  edit: message => aboutThis({ kind: 'edit', message }),
  quote: message => aboutThis({ kind: 'quote', message }),
  thread: message => aboutThis({ kind: 'thread', message }),
  remove: message => send('/demo/chat/edit', { ...seat(), message: message.id }),
  click: (message, card, verb, data, automatic) => send('/demo/chat/click', { ...seat(), message: message.id, card, verb, data, automatic }),
  mail: showMail,
};

async function send(path, body) {
  const refused = await post(path, body);
  byId('status').textContent = refused;
  return !refused;
}

/** The id under which a file lies; null where it was refused, and why is said. */
async function attach(file) {
  try {
    const answer = await fetch(`/demo/chat/file?${new URLSearchParams({ name: file.name })}`, { method: 'POST', body: file });
    if (answer.ok) return await answer.json();
    byId('status').textContent = await answer.json().then(problem => problem.text, () => `Fichier refusé (${answer.status}).`);
  } catch {
    byId('status').textContent = 'Le fichier n’a pas pu être envoyé.';
  }
  return null;
}

async function submit() {
  const text = byId('write').value.trim();
  const file = about?.kind === 'edit' || chosen.chat.channel ? null : byId('file').files[0];
  if (!text && !file) return;
  const attached = file && await attach(file);
  if (file && !attached) return;
  const then = about;
  aboutThis(null);
  const sent = then?.kind === 'edit'
    ? await send('/demo/chat/edit', { ...seat(), message: then.message.id, text })
    : await send('/demo/chat/say', { ...seat(), text, thread: then?.message.thread, replyTo: then?.kind === 'quote' ? then.message.id : undefined, file: attached?.id });
  if (sent) byId('file').value = '';
  if (!sent && !byId('write').value) byId('write').value = text;
}

byId('composer').addEventListener('submit', event => { event.preventDefault(); submit(); });
byId('write').addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); submit(); }
  if (event.key === 'Escape' && about) aboutThis(null);
});
byId('cancel').addEventListener('click', () => aboutThis(null));

/** The ready mail of a card: in the demo it goes to the mail view. */
function showMail(url) {
  const mail = new URL(url);
  byId('mail-to').textContent = decodeURIComponent(mail.pathname);
  byId('mail-subject').textContent = mail.searchParams.get('subject') ?? '';
  byId('mail-body').value = (mail.searchParams.get('body') ?? '').replaceAll('\r\n', '\n');
  byId('mail-status').textContent = '';
  byId('mail').showModal();
}

byId('mail').querySelector('form').addEventListener('submit', async event => {
  if (event.submitter?.value !== 'send') return;
  event.preventDefault();
  const refused = await post('/api/demo/mails', { from: chosen.person.address, subject: byId('mail-subject').textContent, text: byId('mail-body').value });
  byId('mail-status').textContent = refused;
  if (!refused) byId('mail').close();
});

function sitDown() {
  following?.abort();
  following = new AbortController();
  aboutThis(null);
  clearMessages();
  delete byId('window').dataset.shows;
  byId('status').textContent = '';
  byId('file').value = '';
  byId('attach').hidden = chosen.chat.channel;
  follow(seat(), following.signal);
}

async function follow({ person, chat }, signal) {
  let revision = null;
  while (!signal.aborted) {
    const reading = await read(revision === null ? { person, chat } : { person, chat, after: revision }, signal);
    if (signal.aborted) return;
    if (reading) {
      revision = reading.revision;
      showNews(reading.news);
      byId('typing').hidden = !reading.typing;
      showMessages(reading.messages, chosen, acts);
      byId('window').dataset.shows = chosen.person.address;
    } else {
      byId('status').textContent = lost;
      await new Promise(resolve => setTimeout(resolve, 2000));
      if (byId('status').textContent === lost) byId('status').textContent = '';
    }
  }
}

/** What stands there, as soon as it is newer than what is known; null when nobody answers. */
async function read(asked, signal) {
  try {
    const answer = await fetch(`/demo/chat/messages?${new URLSearchParams(asked)}`, { signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

byId('plain').hidden = await loadRenderer();
showPeople(await (await fetch('/demo/chat/people')).json(), sitDown);
addEventListener('hashchange', () => findPerson());
findPerson();
