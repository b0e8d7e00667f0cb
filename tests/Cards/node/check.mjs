// Checks every card of a folder: the official schema 1.5, and the official renderer. One line of JSON a card:
// {"file", "problems": [...], "links": n, "mentions": n, "text": "what is seen"}. Usage: node check.mjs FOLDER
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { JSDOM } = require('jsdom');
const window = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/' }).window;
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
globalThis.window = window;
globalThis.document = window.document;
// The package's main is of no use outside a bundler; its built file is.
const AC = require('adaptivecards/dist/adaptivecards.js');
const markdown = require('markdown-it')({ html: false, linkify: true });
AC.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdown.render(text); result.didProcess = true; };

// Draft 06 but for two words; ajv reads it as a later one.
const Ajv = require('ajv').default;
const source = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'adaptive-card-1.5.0.schema.json'), 'utf8');
const schema = JSON.parse(source);
delete schema.$schema;
if (schema.id) { schema.$id = schema.id; delete schema.id; }
const validate = new Ajv({ strict: false, allErrors: false, logger: false }).compile(schema);

// Teams' people picker is newer than the schema: it is looked at here, and taken out before the schema looks.
function withoutPeoplePicker(value, problems) {
  if (Array.isArray(value)) return value.map(item => withoutPeoplePicker(item, problems));
  if (value === null || typeof value !== 'object') return value;
  const copy = {};
  for (const [key, item] of Object.entries(value)) {
    if (key !== 'choices.data') { copy[key] = withoutPeoplePicker(item, problems); continue; }
    const { type, dataset, ...rest } = item;
    if (value.type !== 'Input.ChoiceSet' || type !== 'Data.Query' || dataset !== 'graph.microsoft.com/users' || Object.keys(rest).length > 0) problems.push('choices.data is not a people picker');
  }
  return copy;
}

function check(text) {
  const problems = [];
  const json = JSON.parse(text);
  if (!validate(withoutPeoplePicker(json, problems))) problems.push(...validate.errors.slice(0, 3).map(error => `schema: ${error.instancePath} ${error.message}`));
  const context = new AC.SerializationContext();
  const card = new AC.AdaptiveCard();
  // The renderer tests "lang" with a global expression, which goes on where the last card's match ended.
  AC.AdaptiveCard.langProperty.regEx.lastIndex = 0;
  card.parse(json, context);
  for (let i = 0; i < context.eventCount; i++) problems.push(`parse: ${context.getEventAt(i).message}`);
  for (const event of card.validateProperties().validationEvents) problems.push(`property: ${event.message}`);
  const seen = card.render();
  if (!seen) return { problems: [...problems, 'render: nothing'], links: 0, mentions: 0, text: '' };
  // What opens only after a click is made as well.
  const hidden = card.getAllInputs ? card.getAllInputs(true).length : 0;
  const inner = [];
  (function visit(element) {
    for (let i = 0; element.getItemCount && i < element.getItemCount(); i++) visit(element.getItemAt(i));
    for (let i = 0; element.getActionCount && i < element.getActionCount(); i++) {
      const action = element.getActionAt(i);
      if (action instanceof AC.ShowCardAction) { const node = action.card.render(); if (node) inner.push(node); }
    }
  })(card);
  const all = [seen, ...inner];
  const count = selector => all.reduce((sum, node) => sum + node.querySelectorAll(selector).length, 0);
  return { problems, links: count('a'), mentions: count('at'), text: all.map(node => node.textContent).join('\n'), inputs: hidden };
}

for (const file of readdirSync(process.argv[2]).filter(name => name.endsWith('.json')).sort()) {
  let found;
  try { found = check(readFileSync(join(process.argv[2], file), 'utf8')); }
  catch (error) { found = { problems: [`exception: ${error.message}`], links: 0, mentions: 0, text: '' }; }
  console.log(JSON.stringify({ file, ...found }));
}
