// The local page: reads the board, shows each message's way, and hands decisions in. Everything that people wrote is set as text, never as HTML.
'use strict';

const verdicts = {
  'accepted': ['Prise en charge', 'good'], 'await-details': ['Attend des précisions', 'wait'], 'await-approval': ['Attend un accord du client', 'wait'],
  'prove-identity': ['Identité à vérifier', 'wait'], 'draft': ['Brouillon : autre canal', 'wait'], 'quote': ['Devis', 'wait'],
  'suspended': ['Contrat suspendu', 'stop'], 'terminated': ['Contrat terminé', 'stop'], 'unknown-sender': ['Expéditeur inconnu', 'stop'],
};
const ends = {
  Requests: ['Demande', 'good'], FollowUp: ['Suite d’une demande', 'good'], Refused: ['Refusé', 'stop'], Ignored: ['Sans réponse', ''], Quarantined: ['Quarantaine', 'stop'],
};
const reasons = {
  'unknown-sender': 'expéditeur inconnu', 'no-single-sender': 'pas d’expéditeur unique', 'auto-reply': 'réponse automatique', 'bounce': 'avis de non-remise',
  'list': 'liste de diffusion', 'empty': 'message vide', 'own-mail': 'notre propre message', 'duplicate': 'déjà reçu', 'no-request': 'aucune demande',
  'too-large': 'trop volumineux', 'gave-up': 'illisible après trois essais', 'observe-only': 'mode observation', 'message-too-old': 'message de plus de 24 h',
  'answer-cap': 'trop de réponses', 'sender-failed-dmarc': 'expéditeur non authentique',
};
const effectKinds = {
  'answer': 'Réponse', 'answer-unknown': 'Réponse neutre', 'alert-emergency': 'Alerte aux techniciens : urgence', 'alert-abstained': 'Alerte aux techniciens : à trier',
  'alert-unknown-sender': 'Alerte aux techniciens : expéditeur inconnu', 'alert-follow-up': 'Alerte aux techniciens : suite', 'alert-quarantined': 'Alerte aux techniciens : quarantaine',
};
const effectStates = { Waiting: ['en cours d’envoi', 'wait'], Held: ['attend un technicien', 'wait'], Sent: ['envoyée', 'good'], Failed: ['non remise', 'stop'], Dropped: ['écartée', ''] };
const channels = { Mail: 'par mail', Application: 'par l’application' };

const byId = id => document.getElementById(id);
const shown = new Map();
let board = null;

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

const tag = ([text, kind]) => element('span', `tag ${kind}`, text);

function requestBlock(request) {
  const block = element('div', 'request');
  block.dataset.operation = request.operation;
  const first = element('p');
  first.append(element('strong', '', request.name), ' ', tag(verdicts[request.verdict] ?? [request.verdict, '']));
  if (request.urgent) first.append(' ', tag(['Urgent', 'stop']));
  block.append(first);
  const sorted = request.abstained ? `à trier par un technicien (meilleure hypothèse : ${request.operation}, ${request.confidencePercent} %)` : `compris : ${request.operation}, ${request.confidencePercent} %`;
  block.append(element('p', 'meta', `${request.reference} · ${sorted}${request.effectiveOn ? ` · date demandée : ${request.effectiveOn}` : ''}`));
  if (request.dueText) {
    const due = element('p', 'due', `${request.promise === 'Commitment' ? 'Engagement : au plus tard' : 'Objectif :'} ${request.dueText}`);
    due.dataset.due = request.dueAt;
    block.append(due);
  } else if (request.shadowDueText) {
    block.append(element('p', 'meta', `Délai à l’arrêt ; repère pour les techniciens : ${request.shadowDueText}`));
  }
  if (request.findings.length) {
    const list = element('ul');
    for (const finding of request.findings) list.append(element('li', '', `${finding.text || finding.code} (${/^\d/.test(finding.article) ? 'article' : 'annexe'} ${finding.article})`));
    block.append(list);
  }
  return block;
}

function effectBlock(effect) {
  const row = element('div', 'effect');
  row.dataset.kind = effect.kind;
  row.dataset.state = effect.state;
  row.append(element('span', '', effectKinds[effect.kind] ?? effect.kind), tag(effectStates[effect.state] ?? [effect.state, '']));
  if (effect.reason) row.append(element('span', 'meta', reasons[effect.reason] ?? effect.reason));
  if (effect.state === 'Held') {
    for (const [label, verb, className] of [['Envoyer', 'release', 'release'], ['Écarter', 'drop', '']]) {
      const button = element('button', className, label);
      button.type = 'button';
      button.addEventListener('click', () => post(`/api/outbox/${verb}`, { key: effect.key }));
      row.append(button);
    }
  }
  if (effect.hasPreview) {
    const details = element('details');
    details.append(element('summary', '', effect.kind.startsWith('alert') ? 'Voir l’alerte' : 'Voir la réponse'));
    details.addEventListener('toggle', () => {
      if (!details.open || details.querySelector('iframe')) return;
      const frame = element('iframe');
      frame.title = effect.kind.startsWith('alert') ? 'Alerte' : 'Réponse telle que la personne la voit';
      frame.setAttribute('sandbox', '');
      frame.src = `/answers?key=${encodeURIComponent(effect.key)}`;
      details.append(frame);
    });
    row.append(details);
  }
  return row;
}

function messageBlock(message) {
  const article = element('article');
  article.dataset.key = message.key;
  article.dataset.end = message.end ?? '';
  const head = element('header');
  head.append(element('h3', '', message.subject || '(sans objet)'), tag(message.end ? ends[message.end] : ['En cours…', 'wait']));
  if (message.reason && reasons[message.reason]) head.append(element('span', 'meta', reasons[message.reason]));
  article.append(head);
  const who = [message.fromName, message.from].filter(Boolean).join(' — ');
  article.append(element('p', 'meta', [who, message.customer && `${message.customer} (${message.level === 'Serenite' ? 'Sérénité' : message.level})`, `reçu ${channels[message.channel]} ${message.receivedAt}`].filter(Boolean).join(' · ')));
  const way = element('div', 'way');
  const read = element('div');
  read.append(element('pre', 'said', message.text || '(rien de lisible)'));
  if (message.maskedSecrets) read.append(element('p', 'meta', `${message.maskedSecrets} secret${message.maskedSecrets > 1 ? 's' : ''} masqué${message.maskedSecrets > 1 ? 's' : ''} avant enregistrement`));
  if (message.attachments.length) read.append(element('p', 'meta', `Pièces jointes : ${message.attachments.join(', ')}`));
  const decided = element('div');
  for (const request of message.requests) decided.append(requestBlock(request));
  way.append(read, decided);
  article.append(way);
  if (message.effects.length) {
    const effects = element('div', 'effects');
    for (const effect of message.effects) effects.append(effectBlock(effect));
    article.append(effects);
  }
  return article;
}

function show(next) {
  board = next;
  byId('mode').textContent = next.demo
    ? `Démonstration : rien n’est configuré, tout reste sur cette machine${next.observeOnly ? ' ; mode observation' : ''}`
    : next.observeOnly ? 'Mode observation : chaque réponse attend un technicien' : `En service pour ${next.supportAddress}`;
  const counts = byId('counts');
  counts.replaceChildren();
  for (const [name, key] of [['vus', 'seen'], ['en cours', 'waiting'], ['demandes', 'requests'], ['suites', 'followUps'], ['refusés', 'refused'], ['sans réponse', 'ignored'], ['quarantaine', 'quarantined']]) {
    const item = element('li', '', `${name} `);
    item.append(element('b', '', next.counts[key]));
    counts.append(item);
  }
  byId('empty').hidden = next.messages.length > 0;
  const list = byId('messages');
  const keys = new Set(next.messages.map(message => message.key));
  for (const [key, known] of shown) if (!keys.has(key)) { known.block.remove(); shown.delete(key); }
  next.messages.forEach((message, index) => {
    const text = JSON.stringify(message);
    const known = shown.get(message.key);
    let block = known?.block;
    if (!known || known.text !== text) {
      block = messageBlock(message);
      if (known) known.block.replaceWith(block);
      shown.set(message.key, { text, block });
    }
    if (list.children[index] !== block) list.insertBefore(block, list.children[index] ?? null);
  });
  if (next.demo && byId('form-section').hidden) showForm(next);
}

function showForm(next) {
  const select = byId('from');
  for (const customer of next.customers) {
    const group = element('optgroup');
    group.label = `${customer.name} (${customer.level === 'Serenite' ? 'Sérénité' : customer.level})`;
    for (const person of customer.people) {
      const option = element('option', '', `${person.name} — ${{ Direction: 'direction', Administrator: 'administrateur', Employee: 'employé' }[person.role]}`);
      option.value = person.address;
      group.append(option);
    }
    select.append(group);
    const entry = element('dl');
    entry.append(element('dt', '', group.label), element('dd', '', customer.people.map(person => person.address).join(', ')), element('dd', '', `locataire Microsoft 365 : ${customer.tenantId}`));
    byId('customers').append(entry);
  }
  byId('form-section').hidden = false;
}

async function post(path, body, headers = {}) {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
  return answer.ok ? '' : (await answer.json().catch(() => ({}))).expected ?? `erreur ${answer.status}`;
}

byId('form').addEventListener('submit', async event => {
  event.preventDefault();
  const via = event.submitter?.value ?? 'mail';
  const message = { from: byId('from').value, subject: byId('subject').value, text: byId('text').value };
  const refused = via === 'mail'
    ? await post('/api/demo/mails', message)
    : await post('/api/requests', message, { 'Idempotency-Key': crypto.randomUUID() });
  byId('form-status').textContent = refused ? `Refusé : ${refused}` : 'Envoyé. Le message apparaît en tête de liste.';
  if (!refused) { byId('subject').value = ''; byId('text').value = ''; }
});

async function follow() {
  for (;;) {
    try {
      const answer = await fetch(board ? `/api/board?after=${board.revision}` : '/api/board');
      show(await answer.json());
      document.body.classList.remove('lost');
    } catch {
      byId('mode').textContent = 'Connexion perdue, nouvelle tentative…';
      await new Promise(resolve => setTimeout(resolve, 2000));
    }
  }
}

follow();
