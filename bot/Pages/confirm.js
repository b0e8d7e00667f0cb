// Confirming a request that was made by mail. Opening the page changes nothing; the button does.
import { byId, element } from '/dom.js';

const token = location.pathname.slice(location.pathname.lastIndexOf('/') + 1);
const address = `/api/confirmations/${encodeURIComponent(token)}`;
const tones = { Done: 'good', Waiting: 'wait', Aside: '' };
const looks = 20; // A decision takes less than a second; after ten the mail will say it.
const box = byId('request');

const say = {
  fr: { busy: 'Un instant…', later: 'C’est noté. La confirmation vous arrive par mail.', failed: 'Cela n’a pas fonctionné. Réessayez dans un instant, ou répondez au mail.' },
  en: { busy: 'One moment…', later: 'Noted. The confirmation reaches you by mail.', failed: 'That did not work. Try again in a moment, or reply to the mail.' },
};

function list(label, lines) {
  const made = element('ul');
  for (const line of lines) made.append(element('li', '', line));
  return [element('h2', '', label), made];
}

const reason = ({ text, citation }) => citation ? `${text} ${citation}` : text;

function* parts({ request, tone, confirm, language }) {
  const stands = element('p', 'stands');
  stands.append(element('span', `tag ${tones[tone] ?? ''}`, request.status), element('span', 'meta', request.reference));
  yield stands;
  if (request.titleLabel) yield element('p', 'meta', request.titleLabel);
  yield element('h1', '', request.title);
  for (const fact of request.facts) yield element('p', 'meta', fact);
  if (request.lead) yield element('p', 'lead', request.lead);
  if (request.promise) {
    const promise = element('div', 'promise');
    promise.append(element('span', 'meta', request.promise.label), element('strong', '', request.promise.line));
    for (const note of request.promise.notes) promise.append(element('p', 'meta', note));
    yield promise;
  }

  if (request.reasons.length) yield* list(request.reasonsLabel, request.reasons.map(reason));
  if (request.questions.length) yield* list(request.questionsLabel, request.questions.map(question => question.text));
  if (request.notes.length) yield* list(request.notesLabel, request.notes.map(reason));
  yield* list(request.stepsLabel, request.steps);
  if (confirm) yield press(confirm, language);
}

function show(answer) {
  document.documentElement.lang = answer.language;
  document.title = `${answer.request.reference} – SI-ONE`;
  box.replaceChildren(...parts(answer));
  box.removeAttribute('aria-busy');
}

function press(text, language) {
  const made = element('button', 'main', text);
  made.type = 'button';
  made.addEventListener('click', async () => {
    made.disabled = true;
    made.textContent = say[language].busy;
    try {
      await confirm(language);
    } catch {
      made.disabled = false;
      made.textContent = text;
      refuse(say[language].failed);
    }
  });
  return made;
}

async function confirm(language) {
  const answer = await fetch(address, { method: 'POST' });
  if (!answer.ok) throw new Error(answer.statusText);
  for (let look = 0; look < looks; look++) {
    const stands = await (await fetch(address)).json();
    if (!stands.confirm) return show(stands);
    await new Promise(resolve => setTimeout(resolve, 500));
  }

  box.querySelector('button').replaceWith(element('p', 'lead', say[language].later));
}

function refuse(text) {
  box.querySelector('.refused')?.remove();
  const made = element('p', 'refused', text);
  made.setAttribute('role', 'alert');
  box.append(made);
  box.removeAttribute('aria-busy');
}

try {
  const answer = await fetch(address);
  const said = await answer.json();
  if (answer.ok) show(said);
  else refuse(said.text ?? say.fr.failed);
} catch {
  refuse(say.fr.failed);
}
