// One request: where it stands, what the contract says, what was written and done, and what can be done to it.
import { actsBar } from '/acts.js';
import { element, plural, tag, unbroken } from '/dom.js';
import { planBlock } from '/plan.js';

const opened = new Set(); // Journals that somebody reads stay open when the board changes.

export function requestBlock(request, lists) {
  const block = element('div', 'request');
  block.dataset.operation = request.operation;
  block.dataset.verdict = request.verdict;
  block.dataset.state = request.state;
  const first = element('p', 'head');
  first.append(element('strong', '', request.name), tag(request.stateName, request.stateTone));
  if (request.urgent) first.append(tag('Urgent', 'stop'));
  block.append(first);
  if (!request.life) {
    const link = element('a', '', request.reference);
    link.href = `#${request.reference}`;
    const way = element('p', 'meta', 'Voir et agir\u00a0: ');
    way.append(link);
    block.append(way);
    return block;
  }

  block.id = request.reference;
  block.tabIndex = -1;
  const guess = `${request.operation}, ${request.confidencePercent}\u202f%`;
  block.append(element('p', 'meta understood', request.abstained ? `À trier par un technicien\u202f; meilleure hypothèse\u00a0: ${guess}` : `Compris\u00a0: ${guess}`));
  const date = request.effectiveOn && `${request.category === 'restore' ? 'état à retrouver' : 'date demandée'}\u00a0: ${request.effectiveOn}`;
  block.append(element('p', 'meta cited', [request.reference, request.articles.map(unbroken).join(', '), date].filter(Boolean).join(' · ')));
  if (request.dueText) block.append(dueBlock(request));
  block.append(factList(request.life.facts));
  if (request.life.findings.length) block.append(element('h4', '', 'Ce que dit le contrat'), findingList(request.life.findings));
  for (const written of request.life.written) block.append(writtenBlock(written));
  const plan = planBlock(request);
  if (plan) block.append(plan);
  block.append(actsBar(request, lists), journalBlock(request));
  return block;
}

function dueBlock(request) {
  const due = element('p', 'due');
  due.dataset.due = request.dueAt;
  const promised = request.promise === 'Commitment'; // A target is never worded as a promise.
  due.append(
    element('span', '', promised ? `Engagement${request.promiseArticle ? ` (article ${request.promiseArticle})` : ''}` : 'Objectif, sans engagement de délai'),
    promised ? `Au plus tard ${request.dueText}` : request.dueText.replace(/^l/, 'L'));
  return due;
}

function factList(facts) {
  const list = element('dl', 'facts');
  for (const fact of facts) {
    const pair = element('div');
    pair.dataset.fact = fact.id;
    pair.append(element('dt', '', fact.name), element('dd', '', fact.text));
    list.append(pair);
  }
  return list;
}

function findingList(findings) {
  const list = element('ul');
  for (const finding of findings) {
    const item = element('li', '', `${finding.text} (${unbroken(finding.article)})`);
    if (finding.onlyFor) item.append(' ', tag(finding.onlyFor, ''));
    list.append(item);
  }
  return list;
}

function writtenBlock(written) {
  const block = element('figure', written.internal ? 'written internal' : 'written');
  const head = element('figcaption', 'head');
  head.append(tag(written.kind, written.internal ? 'wait' : ''), element('span', 'meta', `${written.by}, ${written.at}`));
  block.append(head, element('blockquote', '', written.text));
  return block;
}

function journalBlock(request) {
  const details = element('details', 'journal');
  details.open = opened.has(request.reference);
  const lines = request.life.journal;
  details.append(element('summary', '', `Journal (${plural(lines.length, 'ligne', 'lignes')})`));
  const fill = () => {
    if (!details.open || details.querySelector('ol')) return;
    const list = element('ol');
    for (const line of lines) {
      const item = element('li');
      item.append(element('time', '', line.at), element('span', '', line.text));
      list.append(item);
    }
    details.append(list);
  };
  details.addEventListener('toggle', () => {
    if (details.open) opened.add(request.reference); else if (details.isConnected) opened.delete(request.reference);
    fill();
  });
  fill();
  return details;
}
