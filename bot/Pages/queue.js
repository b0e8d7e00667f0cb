// The queue: what waits for a technician, what is mine, what runs out soon. What belongs where, and in which order, comes from the server.
import { arrange, byId, button, element, tag, technician } from '/dom.js';

const few = 5;
let lists = [];
let chosen = 'Queue';
let isWhole = false;
let shown = '';
let drawn = new Map();

/** Reads the lists anew, and shows them if they differ. */
export async function refreshQueue() {
  const answer = await fetch(`/api/queue?technician=${encodeURIComponent(technician())}`).catch(() => null);
  if (!answer?.ok) return; // The board follows the same machine, and says so.
  const text = await answer.text();
  if (text === shown) return;
  shown = text;
  lists = JSON.parse(text).lists;
  draw();
}

function draw() {
  const focused = byId('queue').contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  byId('queue-lists').replaceChildren(...lists.map(choice));
  const list = lists.find(one => one.kind === chosen);
  const lines = isWhole ? list.lines : list.lines.slice(0, few);
  drawn = new Map(lines.map(line => [line.reference, sameOrNew(line)]));
  arrange(byId('queue-lines'), [...drawn.values()].map(one => one.item));
  byId('queue-nothing').textContent = list.count ? '' : list.nothing;
  const more = byId('queue-more');
  more.hidden = list.count <= few;
  more.textContent = isWhole ? 'Afficher moins' : `Tout afficher (${list.count})`;
  byId('queue-rest').textContent = isWhole && list.count > list.lines.length ? `Les ${list.lines.length} premières sur ${list.count}.` : '';
  if (focused) byId('queue').querySelector(`[data-key="${focused}"]`)?.focus({ preventScroll: true });
}

function choice(list) {
  const one = button(`${list.name} (${list.count})`, '', () => {
    chosen = list.kind;
    draw();
  });
  one.dataset.key = list.kind;
  one.setAttribute('aria-pressed', list.kind === chosen);
  return one;
}

/** The line as it stands, where nothing of it changed. */
function sameOrNew(line) {
  const text = JSON.stringify(line);
  const known = drawn.get(line.reference);
  return known?.text === text ? known : { text, item: lineOf(line) };
}

function lineOf(line) {
  const item = element('li', line.emergency ? 'emergency' : '');
  const link = element('a', '', line.name);
  link.href = `#${line.reference}`;
  link.dataset.key = line.reference;
  const head = element('p', 'head');
  head.append(link, tag(line.stateName, line.stateTone));
  if (line.emergency) head.append(tag('Urgence', 'stop'));
  else if (line.urgent) head.append(tag('Urgent', 'stop'));
  if (line.unread) head.append(tag('Nouveau message', 'wait'));
  const taken = line.takenBy && `prise par ${line.takenBy}`;
  item.append(head, element('p', 'meta', [line.reference, line.customer, taken].filter(Boolean).join(' · ')));
  if (line.dueText) {
    const due = element('p', line.late ? 'until late' : 'until');
    due.append(element('span', '', line.late ? 'Échéance dépassée' : 'Échéance'), ` ${line.dueText}`);
    due.dataset.due = line.dueAt;
    item.append(due);
  }
  return item;
}

byId('queue-more').addEventListener('click', () => {
  isWhole = !isWhole;
  draw();
});
document.addEventListener('technician', refreshQueue);
