// Weekly digests that wait for a technician or were not delivered: no message is behind them.
import { byId } from '/dom.js';
import { effectBlock } from '/effects.js';

let shown = '[]';

export function showDigests(digests) {
  const text = JSON.stringify(digests);
  if (text === shown) return;
  shown = text;
  byId('digests').hidden = digests.length === 0;
  byId('digest-list').replaceChildren(...digests.map(effectBlock));
}
