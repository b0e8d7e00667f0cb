// The emergency stop, always in sight. What it says and who may press it comes with the board.
import { byId, button, element, post, technician } from '/dom.js';

let shown = '';
let current = null;
let isAsked = false; // Pressed once: the second click does it.

/** Shows how it stands; null where nothing is ever changed at customers'. */
export function showStop(stop) {
  const text = JSON.stringify(stop ?? null);
  if (text === shown) return;
  [shown, current, isAsked] = [text, stop ?? null, false];
  draw();
}

function draw() {
  const place = byId('stop');
  place.hidden = !current;
  if (!current) return;
  place.dataset.state = current.state;
  place.classList.toggle('asked', isAsked);
  const focused = place.contains(document.activeElement) && document.activeElement.dataset.stop;
  const row = element('div', 'row');
  row.append(element('span', 'said', current.says));
  if (current.act) {
    const one = button(isAsked ? current.confirm : current.act, isAsked ? 'danger main' : 'danger', isAsked ? set : ask);
    one.dataset.stop = 'act';
    row.append(one);
  }
  if (isAsked) {
    const back = button('Non', '', () => { isAsked = false; draw(); });
    back.dataset.stop = 'back';
    row.append(back);
  }
  place.replaceChildren(row, element('p', 'hint', current.hint));
  if (focused) place.querySelector('[data-stop="act"]')?.focus();
}

function ask() {
  isAsked = true;
  draw();
}

async function set() {
  for (const one of byId('stop').querySelectorAll('button')) one.disabled = true;
  const refused = await post(`/api/stop/${current.state === 'on' ? 'off' : 'on'}`, { technician: technician() || undefined });
  isAsked = false;
  draw(); // How it stands now comes with the board, at once.
  if (refused) byId('stop').querySelector('.hint').textContent = refused;
}
