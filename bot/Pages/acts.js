// What technicians do to a request. Which acts are possible, and what each needs, comes from the server with the request.
import { button, choices, element, field, isTechnician, post, technician } from '/dom.js';

const bars = new Map(); // By reference: what a technician is writing stays while the board changes around it.

/** The bar of a request: its next acts, all others, the form of the one that was chosen, and what came of the last one. */
export function actsBar(request, lists) {
  const bar = bars.get(request.reference) ?? makeBar(request.reference);
  bars.set(request.reference, bar);
  bar.show(request, lists);
  return bar.whole;
}

/** Forgets the bars of requests that are no longer shown. */
export function keepBars(references) {
  for (const reference of bars.keys()) if (!references.has(reference)) bars.delete(reference);
}

function makeBar(reference) {
  const whole = element('section', 'acts');
  whole.setAttribute('aria-label', `Agir sur ${reference}`);
  const first = element('div', 'buttons');
  const others = element('details', 'others');
  const more = element('div', 'buttons');
  others.append(element('summary', '', 'Autres actions'), more);
  const place = element('div');
  const status = element('p', 'status');
  status.setAttribute('role', 'status');
  status.tabIndex = -1;
  whole.append(first, others, place, status);
  let shown = '';
  let open = null;

  function close(text) {
    open = null;
    place.replaceChildren();
    for (const pressed of whole.querySelectorAll('[aria-expanded]')) pressed.setAttribute('aria-expanded', 'false');
    if (text !== undefined) status.textContent = text;
  }

  function choose(act, request, lists) {
    const again = open === act.verb;
    close('');
    if (again) return;
    open = act.verb;
    mark();
    const form = formOf(act, request, lists, message => {
      close(message);
      status.focus();
    }, () => {
      close('');
      whole.querySelector(`[data-verb="${act.verb}"]`)?.focus();
    });
    place.append(form);
    (form.querySelector('input, textarea, select') ?? form.querySelector('button')).focus();
  }

  function mark() {
    for (const one of whole.querySelectorAll('[data-verb]')) one.setAttribute('aria-expanded', one.dataset.verb === open ? 'true' : 'false');
  }

  function show(request, lists) {
    const text = JSON.stringify([request.life.acts, request.life.approvers, request.life.numbers]);
    if (text === shown) return;
    shown = text;
    const focused = whole.contains(document.activeElement) ? document.activeElement.dataset.verb : undefined;
    const made = act => {
      const one = button(act.name, '', () => choose(act, request, lists));
      one.dataset.verb = act.verb;
      return one;
    };
    first.replaceChildren(...request.life.acts.filter(act => act.first).map(made));
    more.replaceChildren(...request.life.acts.filter(act => !act.first).map(made));
    others.hidden = more.childElementCount === 0;
    if (open && !request.life.acts.some(act => act.verb === open)) close('La demande a changé entre-temps\u00a0: cette action n’est plus possible.');
    mark();
    if (focused) whole.querySelector(`[data-verb="${focused}"]`)?.focus();
  }

  return { whole, show };
}

/** The form of one act: its fields, one button that does it, one that does not. */
function formOf(act, request, lists, done, cancelled) {
  const form = element('form', 'act');
  form.dataset.act = act.verb;
  const hint = element('p', 'meta', act.hint);
  form.append(hint);
  const given = {};
  const ask = (key, label, input, required = true) => {
    given[key] = input;
    input.required = required;
    form.append(...field(label, input));
  };
  if (!technician()) ask('technician', 'Votre nom, pour le journal', Object.assign(element('input'), { maxLength: 60, autocomplete: 'name' }));
  if (act.person) ask('person', 'Qui l’a dit', choices(request.life.approvers, request.life.approvers.length > 1 ? 'Choisir une personne' : ''));
  if (act.number) ask('number', 'Le numéro rappelé', choices(request.life.numbers, 'Choisir le numéro'));
  if (act.operation) {
    ask('operation', 'La bonne opération', choices(lists.operations, 'Choisir une opération'));
    ask('date', 'La bonne date, si elle change', Object.assign(element('input'), { type: 'date' }), false);
  }
  if (act.at) ask('at', act.at, Object.assign(element('input'), { type: 'datetime-local' }), !act.atOptional);
  if (act.reason) ask('reason', 'Le motif', choices(lists.reasons, 'Choisir un motif'));
  if (act.text) ask('text', act.text, Object.assign(element('textarea'), { rows: act.value ? 18 : 3, maxLength: 4000, value: act.value ?? '' }));

  const refused = element('p', 'refused');
  refused.setAttribute('role', 'alert');
  const send = element('button', 'main', `${act.name}`);
  const row = element('div', 'buttons');
  row.append(send, button('Annuler', '', cancelled));
  form.append(refused, row);
  form.addEventListener('keydown', event => { if (event.key === 'Escape') cancelled(); });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const wish = { technician: technician(), verb: act.verb };
    for (const [key, input] of Object.entries(given)) if (input.value.trim()) wish[key] = input.value.trim();
    send.disabled = true;
    refused.textContent = '';
    const problem = await post(`/api/requests/${encodeURIComponent(request.reference)}/acts`, wish);
    send.disabled = false;
    if (problem) {
      refused.textContent = problem;
      return;
    }
    if (given.technician) isTechnician(wish.technician);
    done(`Fait\u00a0: ${act.name}.`);
  });
  return form;
}
