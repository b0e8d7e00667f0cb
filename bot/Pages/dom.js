// Small helpers of the page. Everything that people wrote is set as text, never as HTML.

export const byId = id => document.getElementById(id);

export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

export const tag = (text, tone) => element('span', tone ? `tag ${tone}` : 'tag', text);
export const unbroken = text => text.replaceAll(' ', '\u00a0');
export const plural = (count, one, many) => `${count}\u00a0${count > 1 ? many : one}`;

/** Gives an element these children in this order. What is there already and stays is not taken out: it keeps the focus, and a press that has begun on it ends as a click. */
export function arrange(parent, children) {
  const kept = new Set(children);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  children.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
}

let numbers = 0;

/** A label and its field, tied by an id of their own. */
export function field(label, input) {
  input.id = `field-${++numbers}`;
  const said = element('label', '', label);
  said.htmlFor = input.id;
  return [said, input];
}

/** A button that does not send a form. */
export function button(label, className, press) {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

/** A list to choose from; nothing is chosen beforehand when an empty line comes first. */
export function choices(options, empty) {
  const select = element('select');
  if (empty) select.append(new Option(empty, ''));
  const groups = new Map();
  for (const { id, name, under } of options) {
    if (under && !groups.has(under)) {
      const group = element('optgroup');
      group.label = under;
      groups.set(under, group);
      select.append(group);
    }
    (groups.get(under) ?? select).append(new Option(name, id));
  }
  return select;
}

/** Empty when all went well, else what to tell the person. */
export async function post(path, body, headers = {}) {
  return (await ask(path, body, headers)).problem;
}

/** What was answered, where an answer was given, and the problem: empty when all went well, else what to tell the person. */
export async function ask(path, body, headers = {}) {
  try {
    const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
    if (answer.ok) return { problem: '', answer: await answer.json().catch(() => null) };
    if (answer.status === 401 && signedIn) signInAgain();
    const said = await answer.json().then(problem => problem.text, () => '');
    if (said) return { problem: said };
    if (answer.status === 409) return { problem: 'Déjà décidé par quelqu’un d’autre.' };
    return { problem: answer.status === 400 ? 'Refusé\u00a0: une indication manque ou ne convient pas.' : `Refusé (${answer.status}).` };
  } catch {
    return { problem: 'La machine ne répond pas.' };
  }
}

const technicianKey = 'technician';
let signedIn = '';

/** Who acts; empty until they have said it. Where one signs in, the session's name. */
export function technician() {
  if (signedIn) return signedIn;
  try {
    return localStorage.getItem(technicianKey) ?? '';
  } catch {
    return ''; // Storage is switched off: the name is asked each time.
  }
}

export function isTechnician(name) {
  try {
    localStorage.setItem(technicianKey, name);
  } catch {
    return;
  }
  document.dispatchEvent(new Event('technician'));
}

/** The session's name; the server uses it whatever the page sends. */
export function isSignedIn(name) {
  if (!name || name === signedIn) return;
  signedIn = name;
  document.dispatchEvent(new Event('technician'));
}

/** The session is over, and where we are is where we come back to. */
export function signInAgain() {
  location.href = `/signin?returnUrl=${encodeURIComponent(location.pathname + location.hash)}`;
}
