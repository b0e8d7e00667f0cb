// Signing in: the demo's code, or the way to Entra ID. Where to go afterwards is checked by the server, whatever the address says.
import { byId } from '/dom.js';

const asked = new URLSearchParams(location.search);
const target = (asked.get('returnUrl') ?? '/') + location.hash;

for (const told of document.querySelectorAll('[data-why]')) told.hidden = told.dataset.why !== asked.get('why');
if (byId('go')) byId('go').href = `/signin/start?returnUrl=${encodeURIComponent(target)}`;

byId('code-form')?.addEventListener('submit', async event => {
  event.preventDefault();
  const send = event.target.querySelector('button');
  send.disabled = true;
  byId('refused').textContent = '';
  try {
    const body = JSON.stringify({ code: byId('code').value, returnUrl: target });
    const answer = await fetch('/signin/code', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    const said = await answer.json();
    if (answer.ok) {
      location.replace(said.returnUrl);
      return;
    }
    byId('refused').textContent = said.text ?? 'Refusé.';
    byId('code').select();
  } catch {
    byId('refused').textContent = 'La machine ne répond pas.';
  }
  send.disabled = false;
});
