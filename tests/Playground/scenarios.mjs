// The scenarios, in headless Chromium on the playground's own page: whatever is seen here was drawn by Microsoft's client. Prints a line for each
// step and leaves a screenshot of each in the current folder.
import { chromium } from 'playwright-core';
import { start, stop } from './world.mjs';

const scratch = process.cwd();
const patience = 30_000;
const offline = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'; // Proves that nothing is fetched from outside.
let step = 0;

async function done(page, what) {
  const file = `${String(++step).padStart(2, '0')}-${what.replaceAll(/[^a-z]+/gi, '-').toLowerCase()}.png`;
  await page.screenshot({ path: file });
  console.log(`ok  ${what} (${file})`);
}

async function open(browser, address, chat) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.getByRole('treeitem', { name: 'Personal Chat' }).waitFor({ timeout: patience });
  // The personal chat is open; clicked once more, the playground draws cards whose inputs it does not send.
  if (chat) await page.getByRole('treeitem', { name: chat }).last().click();
  return page;
}

async function say(page, text) {
  await page.getByRole('textbox').last().fill(text);
  await page.keyboard.press('Enter');
}

const sees = (page, text) => page.getByText(text).last().waitFor({ timeout: patience });
const click = (page, name) => page.getByRole('button', { name }).last().click({ timeout: patience });
// The playground states English for everybody, whatever the browser prefers: customers' cards follow it, technicians' are French.
const words = {
  needed: /Il nous manque|What we need/, name: /nom complet|full name/i, send: /Envoyer ces précisions|Send these details/, begun: /En cours|In progress/,
  list: /Vos demandes|Your requests/,
};
const cards = page => page.locator('.ac-adaptiveCard:not(.ac-adaptiveCard .ac-adaptiveCard)').count();

function must(condition, what) {
  if (!condition) throw new Error(`Not so: ${what}`);
}

async function customerAsksAndFillsTheForm(employee, technician) {
  await sees(employee, 'mes demandes');
  await done(employee, 'the welcome card is shown');
  await say(employee, 'Bonjour, merci de créer une boîte mail pour notre nouvelle collègue.');
  await sees(employee, words.needed);
  await sees(technician, 'Cabinet Orsène Conseil, Premium');
  const shown = await cards(employee);
  await done(employee, 'a request in French is answered by a form');
  await done(technician, 'the technicians hold the same request in their channel');
  await employee.getByRole('textbox', { name: words.name }).last().fill('Camille Perret');
  const day = employee.locator('input[type=date]').last();
  if (await day.count() > 0) await day.fill('2027-02-15');
  await click(employee, words.send);
  await sees(employee, 'Camille Perret');
  must(await cards(employee) === shown, 'the filled form takes the place of the empty one');
  await done(employee, 'the form takes the place of itself, filled in');
}

async function technicianBegins(employee, technician) {
  const shown = await cards(technician);
  await click(technician, 'Commencer');
  await sees(technician, 'En cours');
  must(await cards(technician) === shown, 'the technicians’ card is updated in place');
  await done(technician, 'a click begins the work, the card is updated in place');
  await sees(employee, words.begun);
  await done(employee, 'the employee is told of it');
  await say(employee, 'mes demandes');
  await sees(employee, words.list);
  await done(employee, 'the list of requests is shown');
}

async function emergency(employee, technician) {
  await say(employee, 'Urgent : un collègue a cliqué sur un mail suspect et a donné son mot de passe');
  await sees(technician, /urgence/i);
  await done(technician, 'an emergency stands in the channel at once');
}

let browser;
try {
  const at = await start(scratch);
  browser = await chromium.launchPersistentContext(`${scratch}/profile`, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, viewport: { width: 1400, height: 1400 },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', offline],
  });
  const technician = await open(browser, at.technicians, /General/);
  const employee = await open(browser, at.customers);
  await customerAsksAndFillsTheForm(employee, technician);
  await technicianBegins(employee, technician);
  await emergency(employee, technician);
  console.log(`${step} steps seen; screenshots and logs: ${scratch}`);
} catch (failure) {
  console.error(`${failure.message}\nAfter ${step} steps; screenshots and logs: ${scratch}`);
  for (const [n, page] of (browser?.pages() ?? []).entries()) await page.screenshot({ path: `failed-${n}.png` }).catch(() => {});
  process.exitCode = 1;
} finally {
  await browser?.close();
  stop();
}
