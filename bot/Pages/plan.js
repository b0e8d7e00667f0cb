// What is done for a request in the customer's Microsoft 365: the plan step by step, its approval, and what became of it.
import { ask, button, element, field, tag, technician } from '/dom.js';

const main = new Set(['draw', 'approve', 'tick', 'resume', 'reveal']);
const blocks = new Map(); // By reference: what was typed, and a password that was shown, stay while the board changes around them.

/** The plan of a request; null where nothing could be planned. */
export function planBlock(request) {
  if (!request.life.plan) return null;
  const block = blocks.get(request.reference) ?? makeBlock(request.reference);
  blocks.set(request.reference, block);
  block.show(request.life.plan);
  return block.whole;
}

function makeBlock(reference) {
  const whole = element('section', 'plan');
  whole.setAttribute('aria-label', `Plan de ${reference}`);
  const content = element('div');
  const word = element('input');
  word.autocomplete = 'off';
  const status = element('p', 'status');
  status.setAttribute('role', 'status');
  const secret = element('div');
  whole.append(element('h4', '', 'Dans Microsoft 365'), content, secret, status);
  let shown = '';
  let current = null;

  function show(plan) {
    const text = JSON.stringify(plan);
    if (text === shown) return;
    shown = text;
    current = plan;
    whole.dataset.plan = plan.state;
    const focused = content.contains(document.activeElement) ? document.activeElement.dataset.plan : undefined;
    content.replaceChildren(...partsOf(plan));
    if (focused) content.querySelector(`[data-plan="${focused}"]`)?.focus();
  }

  function partsOf(plan) {
    const parts = [element('p', plan.state === 'halted' || plan.state === 'blocked' ? 'refused' : 'meta', plan.says)];
    if (plan.stopped) parts.push(element('p', plan.state === 'halted' ? 'refused' : 'meta', plan.stopped));
    for (const fact of plan.facts) parts.push(element('p', 'meta', fact));
    if (plan.steps.length) parts.push(stepList(plan.steps));
    for (const obstacle of plan.obstacles) parts.push(element('p', 'refused', obstacle));
    for (const caution of plan.cautions) parts.push(element('p', 'caution', caution));
    if (plan.confirmation) parts.push(...field(plan.confirmation, word));
    const row = element('div', 'buttons');
    for (const act of plan.acts) {
      const again = act === 'draw' && plan.hash;
      const one = button(plan.names[act], main.has(act) && !again ? 'main' : '', () => take(act, row));
      one.dataset.plan = act;
      row.append(one);
    }
    parts.push(row);
    return parts;
  }

  async function take(act, row) {
    for (const one of row.children) one.disabled = true;
    status.textContent = act === 'draw' ? 'Lecture chez le client…' : '';
    const wish = { technician: technician() || 'page', hash: current.hash, typed: word.value.trim() || undefined };
    if (act === 'tick') wish.step = current.steps.findIndex(step => step.tone !== 'good');
    const { problem, answer } = await ask(`/api/requests/${encodeURIComponent(reference)}/plan/${act}`, wish);
    for (const one of row.children) one.disabled = false;
    status.textContent = problem || (answer.text ?? '');
    if (answer?.secret) showSecret(answer.secret);
    if (answer?.plan) show(answer.plan);
  }

  function showSecret(value) {
    const said = element('output', 'secret', value);
    secret.replaceChildren(
      element('p', 'meta', 'Affiché cette seule fois. À dicter à la personne, jamais par écrit.'), said,
      button('Masquer', '', () => secret.replaceChildren()));
  }

  return { whole, show };
}

function stepList(steps) {
  const list = element('ol', 'steps');
  for (const step of steps) {
    const item = element('li');
    item.append(element('span', '', step.text));
    if (step.state) item.append(' ', tag(step.state, step.tone));
    if (step.change) item.append(element('span', 'change', step.change));
    if (step.cost) item.append(element('span', 'change', step.cost));
    list.append(item);
  }
  return list;
}
