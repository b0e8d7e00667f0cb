// A card as plain HTML, for where Microsoft's renderer is not: its texts, facts, inputs and buttons, all of which work.
import { open } from '/chat-cards.js';
import { markdown } from '/chat-markdown.js';
import { button, element, field } from '/dom.js';

const tones = { positive: 'main', destructive: 'stop' };
const low = word => (word ?? '').toLowerCase(); // The renderer reads these words in any case.

export function drawPlain(card, press, mail) {
  const root = element('div', 'plain');
  if (card.lang) root.lang = card.lang;
  const drawing = { press, mail, inputs: [], byId: new Map() };
  root.append(...many(card.body, drawing));
  return root;
}

const many = (items, drawing) => (items ?? []).map(item => one(item, drawing));

function one(item, drawing) {
  const made = (kinds[item.type] ?? kinds.other)(item, drawing);
  if (item.id) drawing.byId.set(item.id, made);
  made.hidden = item.isVisible === false;
  return made;
}

const kinds = {
  TextBlock: item => {
    const made = element(low(item.style) === 'heading' ? 'h4' : 'div', [low(item.weight) === 'bolder' && 'strong', item.isSubtle && 'meta', item.color && `tone-${low(item.color)}`].filter(Boolean).join(' '));
    made.append(markdown(item.text ?? ''));
    return made;
  },
  FactSet: item => {
    const made = element('dl', 'facts');
    for (const fact of item.facts ?? []) {
      const line = element('div');
      const [title, value] = [element('dt'), element('dd')];
      title.append(markdown(fact.title ?? ''));
      value.append(markdown(fact.value ?? ''));
      line.append(title, value);
      made.append(line);
    }
    return made;
  },
  Container: (item, drawing) => group(`box ${low(item.style)}`, many(item.items, drawing)),
  ColumnSet: (item, drawing) => group('columns', (item.columns ?? []).map(column => group('', many(column.items, drawing)))),
  ActionSet: (item, drawing) => {
    const [row, below] = [element('div', 'buttons'), element('div')];
    for (const action of item.actions ?? []) row.append(act(action, drawing, below));
    return group('', [row, below]);
  },
  'Input.Text': (item, drawing) => {
    const input = element(item.isMultiline ? 'textarea' : 'input');
    if (low(item.style) === 'email') input.type = 'email';
    if (item.maxLength) input.maxLength = item.maxLength;
    if (item.placeholder) input.placeholder = item.placeholder;
    return filled(item, input, drawing);
  },
  'Input.Date': (item, drawing) => filled(item, Object.assign(element('input'), { type: 'date' }), drawing),
  'Input.Time': (item, drawing) => filled(item, Object.assign(element('input'), { type: 'time' }), drawing),
  'Input.ChoiceSet': (item, drawing) => {
    const select = element('select');
    select.append(new Option(item.placeholder ?? '', ''), ...(item.choices ?? []).map(choice => new Option(choice.title, choice.value)));
    return filled(item, select, drawing);
  },
  other: item => element('p', 'meta', item.fallbackText ?? ''),
};

function group(className, children) {
  const made = element('div', className.trim());
  made.append(...children);
  return made;
}

function filled(item, input, drawing) {
  if (item.value) input.value = item.value;
  input.required = item.isRequired === true;
  drawing.inputs.push({ item, input });
  const error = element('p', 'refused');
  input.addEventListener('input', () => { error.textContent = ''; });
  input.addEventListener('invalid', event => { event.preventDefault(); error.textContent = item.errorMessage ?? ''; });
  return group('input', [...field(item.isRequired ? `${item.label} *` : item.label ?? '', input), error]);
}

function act(action, drawing, below) {
  const made = button(action.title, tones[low(action.style)], () => acts[action.type]?.(action, drawing, made));
  if (action.tooltip) made.title = action.tooltip;
  if (action.type === 'Action.ShowCard') {
    // Inputs of a form belong to it alone; those around it are sent as well.
    const inner = { ...drawing, inputs: [...drawing.inputs] };
    made.inner = group('box emphasis', many(action.card?.body, inner));
    made.inner.hidden = true;
    made.setAttribute('aria-expanded', 'false');
    below.append(made.inner);
  }
  return made;
}

const acts = {
  'Action.Execute': (action, drawing) => send(action, drawing, action.verb ?? ''),
  'Action.Submit': (action, drawing) => send(action, drawing, undefined),
  'Action.OpenUrl': (action, drawing) => open(action.url, drawing.mail),
  'Action.ShowCard': (action, drawing, made) => {
    const opens = made.inner.hidden;
    for (const other of made.parentElement.children) {
      if (!other.inner) continue;
      other.inner.hidden = other !== made || !opens;
      other.setAttribute('aria-expanded', String(!other.inner.hidden));
    }
  },
  'Action.ToggleVisibility': (action, drawing) => {
    for (const target of action.targetElements ?? []) {
      const made = drawing.byId.get(target.elementId ?? target);
      if (made) made.hidden = target.isVisible === undefined ? !made.hidden : !target.isVisible;
    }
  },
};

function send(action, drawing, verb) {
  const data = { ...action.data };
  if (low(action.associatedInputs) !== 'none') {
    const wrong = drawing.inputs.filter(({ input }) => !input.checkValidity());
    if (wrong.length > 0) { wrong[0].input.focus(); return; }
    for (const { item, input } of drawing.inputs) data[item.id] = input.value;
  }
  drawing.press(verb, data);
}
