// The forms beside the list: a call that a technician writes down, a message of the demo, and who the technician is.
import { byId, element, isTechnician, post, signInAgain, technician } from '/dom.js';
import { levels } from '/message.js';

const roles = { Direction: 'direction', Administrator: 'administrateur', Employee: 'employé', ThirdParty: 'tiers' };

/** The demo's senders, for its form and as proposals for calls. */
export function showCustomers(customers) {
  for (const customer of customers) {
    const group = element('optgroup');
    group.label = `${customer.name} (${levels[customer.level]})`;
    for (const person of customer.people) {
      group.append(new Option(`${person.name}, ${roles[person.role]}`, person.address));
      byId('people').append(new Option(person.name, person.address));
    }
    byId('from').append(group);
    const entry = element('dl');
    entry.append(element('dt', '', group.label), ...customer.people.map(person => element('dd', '', person.address)));
    if (customer.tenantId) entry.append(element('dd', '', `locataire Microsoft 365\u00a0: ${customer.tenantId}`));
    byId('customers').append(entry);
  }
  byId('form-section').hidden = false;
}

async function sent(form, send, status, told) {
  const buttons = form.querySelectorAll('button');
  for (const one of buttons) one.disabled = true;
  const refused = await send();
  for (const one of buttons) one.disabled = false;
  byId(status).textContent = refused || told;
  return !refused;
}

byId('form').addEventListener('submit', async event => {
  event.preventDefault();
  const message = { from: byId('from').value, subject: byId('subject').value, text: byId('text').value };
  const send = event.submitter?.value === 'application'
    ? () => post('/api/requests', message, { 'Idempotency-Key': crypto.randomUUID() })
    : () => post('/api/demo/mails', message);
  if (!await sent(event.target, send, 'form-status', 'Envoyé. Le message apparaît en tête de liste.')) return;
  byId('subject').value = '';
  byId('text').value = '';
});

let call = crypto.randomUUID(); // Pressed twice, or sent again after a cut, it is the same call.

byId('call').addEventListener('submit', async event => {
  event.preventDefault();
  const written = { key: call, from: byId('caller').value.trim(), text: byId('call-text').value };
  if (!await sent(event.target, () => post('/api/calls', written), 'call-status', 'Noté. L’appel apparaît en tête de liste.')) return;
  call = crypto.randomUUID();
  byId('caller').value = '';
  byId('call-text').value = '';
});

for (const id of ['caller', 'call-text']) byId(id).addEventListener('input', () => { byId('call-status').textContent = ''; });

function showTechnician() {
  byId('technician').value = technician();
}

/** Who is signed in, where one signs in; the name cannot be typed then. */
export function showSignedIn(name) {
  byId('typed').hidden = Boolean(name);
  byId('signed-in').hidden = !name;
  byId('signed-in-name').textContent = name ?? '';
}

byId('sign-out').addEventListener('click', async () => {
  await post('/signin/out', {});
  signInAgain();
});

byId('technician').addEventListener('change', event => isTechnician(event.target.value.trim()));
document.addEventListener('technician', showTechnician);
showTechnician();
