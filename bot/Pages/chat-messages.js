// The messages of a conversation. What has not changed is left as it is, so that a form keeps what was filled in.
import { drawCard } from '/chat-cards.js';
import { markdown } from '/chat-markdown.js';
import { face } from '/chat-people.js';
import { button, byId, element } from '/dom.js';

const shown = new Map();
const asked = new Set(); // Cards that were asked afresh for somebody, as they stood then.

/** Somebody else sits down, or elsewhere. */
export function clearMessages() {
  shown.clear();
  byId('messages').replaceChildren();
  byId('nothing').hidden = true;
  byId('typing').hidden = true;
}

export function showMessages(messages, seat, acts) {
  const list = byId('messages');
  const scroll = byId('scroll');
  const isAtEnd = shown.size === 0 || scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  byId('nothing').hidden = messages.length > 0;
  const texts = new Map(messages.map(message => [message.id, message]));
  const count = shown.size;
  for (const message of messages) showOne(message, texts, seat, acts);
  showThreads(messages, list, seat, acts);
  if (isAtEnd && (shown.size > count || count === 0)) scroll.scrollTop = scroll.scrollHeight;
}

function showOne(message, texts, seat, acts) {
  let known = shown.get(message.id);
  const words = JSON.stringify({ ...message, cards: null, note: null });
  if (!known) {
    known = { item: element('li'), body: element('div', 'body'), cards: [], note: element('p', 'note') };
    known.note.setAttribute('role', 'status');
    shown.set(message.id, known);
  }
  const { item, body, note } = known;
  if (known.words !== words) {
    item.className = `message ${message.bot ? 'bot' : message.mine ? 'mine' : 'other'}`;
    item.dataset.id = message.id;
    body.replaceChildren(headOf(message), ...quoteOf(message, texts), ...wordsOf(message), ...known.cards.map(card => card.frame), note, ...toolsOf(message, seat, acts));
    item.replaceChildren(...(message.mine ? [body] : [face(message), body]));
    known.words = words;
  }
  if (note.textContent !== (message.note ?? '')) note.textContent = message.note ?? '';
  message.cards.forEach((card, index) => showCard(known, message, card, index, seat, acts));
}

function showCard(known, message, card, index, seat, acts) {
  const text = JSON.stringify(card);
  const before = known.cards[index];
  refresh(message, card, index, seat, acts);
  if (before?.text === text) return;
  const frame = before?.frame ?? element('div', 'card');
  const hadFocus = frame.contains(document.activeElement);
  const press = async (verb, data) => {
    frame.classList.add('asking');
    frame.setAttribute('aria-busy', 'true');
    await acts.click(message, index, verb, data);
    frame.classList.remove('asking');
    frame.removeAttribute('aria-busy');
  };
  frame.replaceChildren(drawCard(card, press, acts.mail));
  frame.tabIndex = -1;
  if (hadFocus) frame.focus({ preventScroll: true });
  if (!before) known.note.before(frame);
  known.cards[index] = { text, frame };
}

/** As Teams does: a card that is older than a minute is asked afresh for the people whom it names, once as it stands. */
function refresh(message, card, index, seat, acts) {
  const key = `${seat.person.id} ${message.id} ${index} ${message.edits}`;
  if (!card.refresh?.userIds?.includes(seat.person.teamsId) || Date.now() - Date.parse(message.at) < 60_000 || asked.has(key)) return;
  asked.add(key);
  acts.click(message, index, card.refresh.action.verb, card.refresh.action.data, true);
}

function headOf(message) {
  const head = element('p', 'meta');
  const at = element('time', '', new Date(message.at).toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' }));
  at.dateTime = message.at;
  head.append(message.mine ? '' : `${message.name}\u00a0· `, at, message.edits && !message.bot && !message.deleted ? '\u00a0· modifié' : '');
  return head;
}

function quoteOf(message, texts) {
  const quoted = texts.get(message.replyTo);
  return quoted && !message.bot ? [element('blockquote', '', quoted.text || 'une carte')] : [];
}

function wordsOf(message) {
  if (message.deleted) return [element('p', 'nothing', 'Message supprimé')];
  const file = message.file ? [element('p', 'attached', `Pièce jointe\u00a0: ${message.file}`)] : [];
  if (!message.text) return file;
  const words = element('div', 'words');
  if (message.bot) words.append(markdown(message.text));
  else words.textContent = message.text;
  return [words, ...file];
}

function toolsOf(message, seat, acts) {
  if (message.deleted) return [];
  const tools = element('p', 'tools');
  if (!seat.chat.channel) tools.append(button('Citer', '', () => acts.quote(message)));
  if (message.mine) tools.append(button('Modifier', '', () => acts.edit(message)), button('Supprimer', '', () => acts.remove(message)));
  return tools.childElementCount ? [tools] : [];
}

/** In a channel answers stand below what they answer. */
function showThreads(messages, list, seat, acts) {
  let at = 0;
  for (const message of messages) {
    const { item } = shown.get(message.id);
    const root = message.thread && message.thread !== message.id ? shown.get(message.thread) : null;
    if (!root) {
      if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
      at++;
      if (seat.chat.channel && !shown.get(message.id).answers) addThread(message, shown.get(message.id), acts);
    } else if (item.parentElement !== root.answers) root.answers.append(item);
  }
  for (const { item, answers, reply } of shown.values()) if (answers && answers.parentElement !== item.lastElementChild) item.querySelector('.body').append(answers, reply);
}

function addThread(message, known, acts) {
  known.answers = element('ol', 'answers');
  known.reply = element('p', 'reply');
  known.reply.append(button('Répondre dans ce fil', '', () => acts.thread(message)));
}
