// One message: what was read, what was understood and decided, and what was answered.
import { button, element, plural, post, tag, technician } from '/dom.js';
import { effectBlock, reasons } from '/effects.js';
import { requestBlock } from '/request.js';

const ends = {
  Requests: ['Demande', 'good'], FollowUp: ['Suite d’une demande', 'good'], Refused: ['Refusé', 'stop'], Ignored: ['Sans réponse', ''], Quarantined: ['Quarantaine', 'stop'],
};
// Why there is no request below a message: an empty box explains nothing.
const nothings = {
  Refused: 'Aucune demande\u00a0: l’expéditeur n’est rattaché à aucun client. Un technicien lit le message et décide.',
  Ignored: 'Aucune demande\u00a0: il n’y a rien à faire, et rien n’est envoyé. Le message reste listé ici.',
  Quarantined: 'Aucune demande\u00a0: le message n’a pas pu être lu. Il est gardé, et un technicien l’ouvre avec prudence.',
  FollowUp: 'La demande dont il parle n’est plus gardée.',
  Requests: 'Ses demandes ne sont plus gardées.',
};
const channels = { Mail: 'par mail', Application: 'par l’application', Phone: 'par téléphone' };
export const levels = { Standard: 'Standard', Premium: 'Premium', Serenite: 'Sérénité' };

export function messageBlock(message, lists) {
  const article = element('article');
  article.dataset.key = message.key;
  article.dataset.end = message.end ?? '';
  const head = element('div', 'head');
  const subject = message.subject || (message.channel === 'Phone' ? 'Appel noté' : '(sans objet)');
  head.append(element('h3', '', subject), tag(...(message.end ? ends[message.end] : ['En cours…', 'wait'])));
  if (message.reason && reasons[message.reason]) head.append(element('span', 'meta', reasons[message.reason]));
  const who = message.fromName && message.from ? `${message.fromName} <${message.from}>` : message.fromName || message.from;
  const customer = message.customer && `${message.customer} (${levels[message.level]})`;
  article.append(head, element('p', 'meta', [who, customer, `reçu ${channels[message.channel] ?? ''} ${message.receivedAt}`].filter(Boolean).join(' · ')));

  const read = element('section');
  read.append(element('h4', '', message.channel === 'Phone' ? 'Noté' : 'Lu'), element('div', 'said', message.text || '(rien de lisible)'));
  const hidden = message.maskedSecrets;
  if (hidden) read.append(element('p', 'meta masked', `${plural(hidden, 'secret masqué', 'secrets masqués')} avant enregistrement`));
  if (message.attachments.length) read.append(fileList(message.attachments));
  const decided = element('section', 'decided');
  decided.append(element('h4', '', message.end === 'FollowUp' ? 'Demande concernée' : 'Compris et décidé'));
  if (message.requests.length) decided.append(...message.requests.map(request => requestBlock(request, lists)));
  else decided.append(element('p', 'nothing', message.end ? nothings[message.end] : 'Lecture en cours…'));
  if (message.end === 'Quarantined') decided.append(readAgain(message));
  const way = element('div', 'way');
  const effects = element('section', 'effects');
  effects.append(element('h4', '', 'Envoyé'));
  if (message.effects.length) effects.append(...message.effects.map(effectBlock));
  else effects.append(element('p', 'nothing', message.end ? 'Rien n’est parti pour ce message.' : 'Pas encore.'));
  way.append(read, decided, effects);
  article.append(way);
  return article;
}

/** Each name a link where the file is held: it is saved, never shown. */
function fileList(files) {
  const line = element('p', 'meta files', 'Pièces jointes\u00a0: ');
  files.forEach((file, index) => {
    if (index) line.append(', ');
    if (file.path) {
      const link = element('a', '', file.name);
      link.href = file.path;
      link.download = '';
      line.append(link);
    } else line.append(element('bdi', '', file.name), file.note ? ` (${file.note})` : '');
  });
  return line;
}

/** A quarantined message goes back into the queue, with all of its attempts. */
function readAgain(message) {
  const row = element('p', 'again');
  const status = element('span', 'meta');
  status.setAttribute('role', 'status');
  const made = button('Relire', '', async () => {
    made.disabled = true;
    status.textContent = await post('/api/quarantine/replay', { key: message.key, technician: technician() });
    made.disabled = false;
  });
  row.append(made, status);
  return row;
}
