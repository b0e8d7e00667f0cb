// The local page: reads the board, shows each message's way, and hands decisions in. Everything that people wrote is set as text, never as HTML.
'use strict';

const verdicts = {
  'accepted': ['Prise en charge', 'good'], 'await-details': ['Attend des précisions', 'wait'], 'await-approval': ['Attend un accord du client', 'wait'],
  'prove-identity': ['Identité à vérifier', 'wait'], 'draft': ['Brouillon\u00a0: autre canal', 'wait'], 'quote': ['Devis', 'wait'],
  'suspended': ['Contrat suspendu', 'stop'], 'terminated': ['Contrat terminé', 'stop'], 'unknown-sender': ['Expéditeur inconnu', 'stop'],
};
const ends = {
  Requests: ['Demande', 'good'], FollowUp: ['Suite d’une demande', 'good'], Refused: ['Refusé', 'stop'], Ignored: ['Sans réponse', ''], Quarantined: ['Quarantaine', 'stop'],
};
const reasons = {
  'unknown-sender': 'expéditeur inconnu', 'no-single-sender': 'pas d’expéditeur unique', 'auto-reply': 'réponse automatique', 'bounce': 'avis de non-remise',
  'list': 'liste de diffusion', 'empty': 'message vide', 'own-mail': 'notre propre message', 'no-request': 'aucune demande', 'too-large': 'trop volumineux',
  'header-too-large': 'en-têtes trop volumineux', 'too-many-parts': 'trop de parties', 'too-deep': 'parties trop imbriquées', 'too-many-addresses': 'trop d’adresses',
  'not-a-mail': 'ce n’est pas un mail', 'parser-error': 'illisible', 'not-an-application-message': 'message de l’application illisible', 'gave-up': 'illisible après trois essais',
  'no-technician-address': 'aucune adresse de technicien n’est réglée', 'observe-only': 'mode observation', 'message-too-old': 'message de plus de 24 h', 'answer-cap': 'trop de réponses en une heure', 'sender-failed-dmarc': 'expéditeur non authentique',
  'words-erased': 'texte effacé',
};
const effectKinds = {
  'answer': 'Réponse', 'answer-unknown': 'Réponse neutre', 'alert-emergency': 'Alerte aux techniciens\u00a0: urgence', 'alert-abstained': 'Alerte aux techniciens\u00a0: à trier',
  'alert-unknown-sender': 'Alerte aux techniciens\u00a0: expéditeur inconnu', 'alert-follow-up': 'Alerte aux techniciens\u00a0: suite', 'alert-quarantined': 'Alerte aux techniciens\u00a0: quarantaine',
};
const effectStates = { Waiting: ['en cours d’envoi', 'wait'], Held: ['attend un technicien', 'wait'], Sent: ['envoyée', 'good'], Failed: ['non remise', 'stop'], Dropped: ['écartée', ''] };
const channels = { Mail: 'par mail', Application: 'par l’application' };

const levels = { Standard: 'Standard', Premium: 'Premium', Serenite: 'Sérénité' };
const roles = { Direction: 'direction', Administrator: 'administrateur', Employee: 'employé' };
const tally = [
  ['vus', 'seen'], ['en cours', 'waiting'], ['demandes', 'requests'], ['suites', 'followUps'], ['refusés', 'refused'], ['sans réponse', 'ignored'], ['quarantaine', 'quarantined'],
];

const byId = id => document.getElementById(id);
const shown = new Map();
const previews = new Map(); // By effect, so that an answer being read stays open when its message changes.
let board = null;

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

const tag = ([text, kind]) => element('span', `tag ${kind}`, text);
const unbroken = text => text.replaceAll(' ', '\u00a0');
const plural = (count, one, many) => `${count}\u00a0${count > 1 ? many : one}`;

function requestBlock(request) {
  const block = element('div', 'request');
  block.dataset.operation = request.operation;
  block.dataset.verdict = request.verdict;
  const first = element('p', 'head');
  first.append(element('strong', '', request.name), tag(verdicts[request.verdict] ?? [request.verdict, '']));
  if (request.urgent) first.append(tag(['Urgent', 'stop']));
  const guess = `${request.operation}, ${request.confidencePercent}\u202f%`;
  block.append(first, element('p', 'meta understood', request.abstained ? `À trier par un technicien ; meilleure hypothèse\u00a0: ${guess}` : `Compris\u00a0: ${guess}`));
  const date = request.effectiveOn && `${request.category === 'restore' ? 'état à retrouver' : 'date demandée'}\u00a0: ${request.effectiveOn}`;
  block.append(element('p', 'meta', [request.reference, request.articles.map(unbroken).join(', '), date].filter(Boolean).join(' · ')));
  if (request.dueText) {
    const due = element('p', 'due');
    due.dataset.due = request.dueAt;
    const promised = request.promise === 'Commitment'; // A target is never worded as a promise.
    due.append(element('span', '', promised ? `Engagement${request.promiseArticle ? ` (article ${request.promiseArticle})` : ''}` : 'Objectif, sans engagement de délai'), promised ? `Au plus tard ${request.dueText}` : request.dueText.replace(/^l/, 'L'));
    block.append(due);
  } else if (request.shadowDueText) {
    block.append(element('p', 'meta', `Délai à l’arrêt. Repère pour les techniciens\u00a0: ${request.shadowDueText}`));
  }
  if (request.findings.length) {
    const list = element('ul');
    for (const finding of request.findings) list.append(element('li', '', `${finding.text || finding.code} (${unbroken(finding.article)})`));
    block.append(list);
  }
  return block;
}

function previewOf(effect) {
  const known = previews.get(effect.key);
  if (known) return known;
  const alert = effect.kind.startsWith('alert');
  const details = element('details');
  details.append(element('summary', '', alert ? 'Voir l’alerte' : 'Voir la réponse'));
  details.addEventListener('toggle', () => {
    if (!details.open || details.querySelector('iframe')) return;
    const frame = element('iframe');
    frame.title = alert ? 'Alerte aux techniciens' : 'Réponse telle que la personne la voit';
    frame.setAttribute('sandbox', '');
    frame.src = `/answers?key=${encodeURIComponent(effect.key)}`;
    details.append(frame);
  });
  previews.set(effect.key, details);
  return details;
}

function decision(effect, label, verb, className, status) {
  const button = element('button', className, label);
  button.type = 'button';
  button.addEventListener('click', async () => {
    button.disabled = true;
    status.textContent = await post(`/api/outbox/${verb}`, { key: effect.key });
    button.disabled = false;
  });
  return button;
}

function effectBlock(effect) {
  const row = element('div', 'effect');
  row.dataset.kind = effect.kind;
  row.dataset.state = effect.state;
  row.append(element('span', '', effectKinds[effect.kind] ?? effect.kind), tag(effectStates[effect.state] ?? [effect.state, '']));
  const told = [effect.to && `à ${effect.to}`, effect.reason && (reasons[effect.reason] ?? effect.reason)].filter(Boolean).join(' · ');
  if (told) row.append(element('span', 'meta', told));
  if (effect.state === 'Held') {
    const status = element('span', 'meta');
    status.setAttribute('role', 'status');
    row.append(decision(effect, 'Envoyer', 'release', 'main', status), decision(effect, 'Écarter', 'drop', '', status), status);
  }
  if (effect.hasPreview) row.append(previewOf(effect));
  return row;
}

function messageBlock(message) {
  const article = element('article');
  article.dataset.key = message.key;
  article.dataset.end = message.end ?? '';
  const head = element('div', 'head');
  head.append(element('h3', '', message.subject || '(sans objet)'), tag(message.end ? ends[message.end] : ['En cours…', 'wait']));
  if (message.reason && reasons[message.reason]) head.append(element('span', 'meta', reasons[message.reason]));
  const who = message.fromName && message.from ? `${message.fromName} <${message.from}>` : message.fromName || message.from;
  const customer = message.customer && `${message.customer} (${levels[message.level]})`;
  article.append(head, element('p', 'meta', [who, customer, `reçu ${channels[message.channel]} ${message.receivedAt}`].filter(Boolean).join(' · ')));

  const read = element('section');
  read.append(element('h4', '', 'Lu'), element('div', 'said', message.text || '(rien de lisible)'));
  const hidden = message.maskedSecrets;
  if (hidden) read.append(element('p', 'meta masked', `${plural(hidden, 'secret masqué', 'secrets masqués')} avant enregistrement`));
  if (message.attachments.length) read.append(element('p', 'meta', `Pièces jointes\u00a0: ${message.attachments.join(', ')}`));
  const way = element('div', message.requests.length ? 'way both' : 'way');
  way.append(read);
  if (message.requests.length) {
    const decided = element('section');
    decided.append(element('h4', '', message.end === 'FollowUp' ? 'Demande concernée' : 'Compris et décidé'), ...message.requests.map(requestBlock));
    way.append(decided);
  }
  article.append(way);
  if (message.effects.length) {
    const effects = element('section', 'effects');
    effects.append(element('h4', '', 'Répondu'), ...message.effects.map(effectBlock));
    article.append(effects);
  }
  return article;
}

function modeOf(next) {
  if (next.demo) return `Démonstration\u00a0: rien n’est configuré, tout reste sur cette machine${next.observeOnly ? '. Mode observation\u00a0: chaque réponse attend un technicien' : ''}`;
  return next.observeOnly ? 'Mode observation\u00a0: chaque réponse attend un technicien' : `En service pour ${next.supportAddress}`;
}

function show(next) {
  board = next;
  if (byId('mode').textContent !== modeOf(next)) byId('mode').textContent = modeOf(next);
  byId('counts').replaceChildren(...tally.map(([name, key]) => {
    const item = element('li', '', `${name} `);
    item.append(element('b', '', next.counts[key]));
    return item;
  }));
  byId('empty').hidden = next.messages.length > 0;
  const list = byId('messages');
  const keys = new Set(next.messages.map(message => message.key));
  const effects = new Set(next.messages.flatMap(message => message.effects.map(effect => effect.key)));
  for (const [key, known] of shown) if (!keys.has(key)) { known.block.remove(); shown.delete(key); }
  for (const key of previews.keys()) if (!effects.has(key)) previews.delete(key);
  next.messages.forEach((message, index) => {
    const text = JSON.stringify(message);
    const known = shown.get(message.key);
    let block = known?.block;
    if (known?.text !== text) {
      block = messageBlock(message);
      known?.block.replaceWith(block);
      shown.set(message.key, { text, block });
    }
    if (list.children[index] !== block) list.insertBefore(block, list.children[index] ?? null);
  });
  if (next.demo && byId('form-section').hidden) showForm(next);
}

function showForm(next) {
  for (const customer of next.customers) {
    const group = element('optgroup');
    group.label = `${customer.name} (${levels[customer.level]})`;
    for (const person of customer.people) {
      const option = element('option', '', `${person.name}, ${roles[person.role]}`);
      option.value = person.address;
      group.append(option);
    }
    byId('from').append(group);
    const entry = element('dl');
    entry.append(element('dt', '', group.label), ...customer.people.map(person => element('dd', '', person.address)));
    if (customer.tenantId) entry.append(element('dd', '', `locataire Microsoft 365\u00a0: ${customer.tenantId}`));
    byId('customers').append(entry);
  }
  byId('form-section').hidden = false;
}

/** Empty when all went well, else what to tell the person. */
async function post(path, body, headers = {}) {
  try {
    const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
    if (answer.ok) return '';
    return answer.status === 409 ? 'Déjà décidé par quelqu’un d’autre.' : `Refusé (${answer.status}).`;
  } catch {
    return 'La machine ne répond pas.';
  }
}

byId('form').addEventListener('submit', async event => {
  event.preventDefault();
  const buttons = event.target.querySelectorAll('button');
  const message = { from: byId('from').value, subject: byId('subject').value, text: byId('text').value };
  for (const button of buttons) button.disabled = true;
  const refused = event.submitter?.value === 'application'
    ? await post('/api/requests', message, { 'Idempotency-Key': crypto.randomUUID() })
    : await post('/api/demo/mails', message);
  for (const button of buttons) button.disabled = false;
  byId('form-status').textContent = refused || 'Envoyé. Le message apparaît en tête de liste.';
  if (!refused) { byId('subject').value = ''; byId('text').value = ''; }
});

async function follow() {
  for (;;) {
    try {
      const answer = await fetch(board ? `/api/board?after=${board.revision}` : '/api/board');
      if (!answer.ok) throw new Error(`${answer.status}`);
      show(await answer.json());
    } catch {
      byId('mode').textContent = 'Connexion perdue, nouvelle tentative…';
      await new Promise(resolve => setTimeout(resolve, 2000));
    }
  }
}

follow();
