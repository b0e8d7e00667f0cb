// The pages behind the links of our mails: a request to confirm, or a yes or no to give. Opening one changes nothing; a button does.
import { button, byId, element, field } from '/dom.js';

const token = location.pathname.slice(location.pathname.lastIndexOf('/') + 1);
const address = `/api/${location.pathname.startsWith('/accord/') ? 'approvals' : 'confirmations'}/${encodeURIComponent(token)}`;
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

function* parts({ request, tone, confirm, language, opening, said, decide, decided }) {
  const stands = element('p', 'stands');
  stands.append(element('span', `tag ${tones[tone] ?? ''}`, request.status), element('span', 'meta', request.reference));
  yield stands;
  if (opening) yield element('p', 'opening', opening);
  if (request.titleLabel) yield element('p', 'meta', request.titleLabel);
  yield element('h1', '', request.title);
  for (const fact of request.facts) yield element('p', 'meta', fact);
  if (decided) yield element('p', 'decided', decided);
  if (said) yield quoted(said);
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
  if (confirm) yield press(confirm, language, 'main', () => send(language));
  if (decide) yield* deciding(decide, language);
}

function quoted({ label, lines }) {
  const made = element('blockquote');
  made.append(element('span', 'meta', label), ...lines.map(line => element('p', '', line)));
  return made;
}

/** Two buttons; the form of a no opens under its own. */
function* deciding(words, language) {
  const reason = element('textarea');
  reason.rows = 3;
  reason.maxLength = words.mostReason;
  const form = element('div', 'declining');
  form.hidden = true;
  const choice = element('div', 'choice');
  const turn = declining => {
    form.hidden = !declining;
    choice.hidden = declining;
    if (declining) reason.focus();
  };
  form.append(
    ...field(words.reason, reason), press(words.confirm, language, 'main danger', () => send(language, { granted: false, reason: reason.value })),
    button(words.back, '', () => turn(false)));
  choice.append(press(words.approve, language, 'main', () => send(language, { granted: true })), button(words.decline, '', () => turn(true)));
  yield choice;
  yield form;
}

function show(answer) {
  document.documentElement.lang = answer.language;
  document.title = `${answer.request.reference} – SI-ONE`;
  box.replaceChildren(...parts(answer));
  box.removeAttribute('aria-busy');
}

function press(text, language, look, act) {
  const made = button(text, look, async () => {
    made.disabled = true;
    made.textContent = say[language].busy;
    try {
      await act();
    } catch {
      made.disabled = false;
      made.textContent = text;
      refuse(say[language].failed);
    }
  });
  return made;
}

async function send(language, body) {
  const json = body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(address, { method: 'POST', ...json });
  if (!answer.ok) return refused(answer);
  for (let look = 0; look < looks; look++) {
    const stands = await fetch(address);
    if (!stands.ok) return refused(stands);
    const said = await stands.json();
    if (!said.confirm && !said.decide) return show(said);
    await new Promise(resolve => setTimeout(resolve, 500));
  }

  box.querySelectorAll('button, .declining').forEach(one => one.remove());
  box.append(element('p', 'lead', say[language].later));
}

/** Where the link decides nothing any more that is all there is to say; after a failure the buttons stay. */
async function refused(answer) {
  const { text } = answer.status < 500 ? await answer.json() : {};
  if (!text) throw new Error(answer.statusText);
  refuse(text, true);
}

/** Says why not; where nothing can be decided any more, that alone. */
function refuse(text, alone = false) {
  if (alone) box.replaceChildren();
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
