// What was sent, or waits to be, with its preview and a technician's word on what is held.
import { button, element, post, tag } from '/dom.js';

export const reasons = {
  'unknown-sender': 'expéditeur inconnu', 'no-single-sender': 'pas d’expéditeur unique', 'auto-reply': 'réponse automatique', 'bounce': 'avis de non-remise',
  'list': 'liste de diffusion', 'empty': 'message vide', 'own-mail': 'notre propre message', 'own-id-unproven': 'identifiant à notre nom, non prouvé', 'ambiguous-sender': 'expéditeur ambigu', 'no-request': 'aucune demande', 'too-large': 'trop volumineux',
  'header-too-large': 'en-têtes trop volumineux', 'too-many-parts': 'trop de parties', 'too-deep': 'parties trop imbriquées', 'too-many-addresses': 'trop d’adresses',
  'not-a-mail': 'ce n’est pas un mail', 'parser-error': 'illisible', 'not-an-application-message': 'message de l’application illisible', 'too-slow': 'trop long à lire', 'partial': 'mail en plusieurs morceaux',
  'gave-up': 'illisible après trois essais',
  'no-technician-address': 'aucune adresse de technicien n’est réglée', 'observe-only': 'mode observation', 'message-too-old': 'message de plus de 24\u00a0h', 'answer-cap': 'trop de réponses en une heure', 'sender-failed-dmarc': 'expéditeur non authentique',
  'words-erased': 'texte effacé', 'card-click': 'clic sur une carte, à refaire', 'not-a-message': 'ce n’est pas un message', 'not-an-activity': 'message Teams illisible',
  'link-not-theirs': 'lien qui n’est plus celui de cette personne', 'link-out-of-date': 'lien d’une demande qui a changé depuis',
  'restored': 'service restauré\u00a0: à confirmer', 'rebuilt': 'service reconstruit\u00a0: à confirmer',
};
const states = { Waiting: ['en cours d’envoi', 'wait'], Held: ['attend un technicien', 'wait'], Sent: ['envoyé', 'good'], Failed: ['non remis', 'stop'], Dropped: ['écarté', ''] };
const previews = new Map(); // By effect, so that an answer being read stays open when its message changes.

/** Forgets the previews of effects that are no longer shown. */
export function keepPreviews(keys) {
  for (const key of previews.keys()) if (!keys.has(key)) previews.delete(key);
}

export function effectBlock(effect) {
  const row = element('div', 'effect');
  row.dataset.kind = effect.kind;
  row.dataset.state = effect.state;
  row.append(element('span', '', effect.name), tag(...(states[effect.state] ?? [effect.state, ''])));
  const told = [effect.to && `à ${effect.to}`, effect.reason && reasons[effect.reason]].filter(Boolean).join(' · ');
  if (told) row.append(element('span', 'meta', told));
  if (effect.state === 'Held') {
    const status = element('span', 'meta');
    status.setAttribute('role', 'status');
    row.append(decision(effect, 'Envoyer', 'release', 'main', status), decision(effect, 'Écarter', 'drop', '', status), status);
  }
  if (effect.hasPreview) row.append(previewOf(effect));
  return row;
}

function decision(effect, label, verb, className, status) {
  const made = button(label, className, async () => {
    made.disabled = true;
    status.textContent = await post(`/api/outbox/${verb}`, { key: effect.key });
    made.disabled = false;
  });
  return made;
}

function previewOf(effect) {
  const known = previews.get(effect.key);
  if (known) return known;
  const [label, title] = effect.kind.startsWith('alert') ? ['Voir l’alerte', 'Alerte aux techniciens']
    : effect.kind === 'digest' ? ['Voir le récapitulatif', `${effect.name}, tel que la personne le voit`]
    : effect.kind.startsWith('notify') ? ['Voir le message', `${effect.name}, tel que la personne le voit`]
    : ['Voir la réponse', 'Réponse telle que la personne la voit'];
  const details = element('details');
  details.append(element('summary', '', label));
  details.addEventListener('toggle', () => {
    if (!details.open || details.querySelector('iframe')) return;
    const frame = element('iframe');
    frame.title = title;
    frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox'); // The server allows less, but in the demo.
    frame.src = `/answers?key=${encodeURIComponent(effect.key)}`;
    details.append(frame);
  });
  previews.set(effect.key, details);
  return details;
}
