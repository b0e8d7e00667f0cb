// Whom one can be: the people of the demo's customers, and the technicians.
import { button, byId, element, tag } from '/dom.js';
import { levels } from '/message.js';

/** Who one is, and in which conversation. */
export const chosen = { person: null, chat: null };

const places = new Map(); // Address to {person, button, mark}.
const seen = new Map(); // Person and conversation to the last revision that they looked at.
let sit = null;
let known = {};

const seenKey = (person, chat) => `${person.id} ${chat.id}`;
const nameOf = chat => chat.channel ? 'Canal des demandes' : 'Discussion avec le bot';

export function showPeople(people, sitDown) {
  sit = sitDown;
  const groups = new Map();
  for (const person of people) {
    const title = person.customer ?? 'SI-ONE';
    if (!groups.has(title)) {
      const group = element('section');
      const heading = element('h3', '', title);
      heading.append(' ', person.level ? tag(levels[person.level]) : tag('technique', 'good'));
      const list = element('ul');
      group.append(heading, list);
      groups.set(title, list);
      byId('people').append(group);
    }
    const place = element('li');
    const press = button('', 'person', () => { location.hash = person.address; choose(person, person.chats[0]); });
    const mark = element('span', 'new');
    mark.append(element('span', 'hidden', 'nouveau message'));
    mark.hidden = true;
    const words = element('span');
    words.append(element('b', '', person.name), element('small', '', person.role));
    press.append(face(person), words, mark);
    place.append(press);
    groups.get(title).append(place);
    places.set(person.address, { person, press, mark });
  }
  byId('back').addEventListener('click', () => {
    document.body.classList.remove('sitting');
    places.get(chosen.person?.address)?.press.focus();
  });
}

/** Sits down where the address says. */
export function findPerson() {
  const place = places.get(decodeURIComponent(location.hash.slice(1)));
  if (place && place.person !== chosen.person) choose(place.person, place.person.chats[0]);
}

/** Marks where a bot wrote since somebody looked. */
export function showNews(news) {
  known = news;
  if (chosen.chat) seen.set(seenKey(chosen.person, chosen.chat), news[chosen.chat.id]);
  for (const { person, mark } of places.values()) mark.hidden = !person.chats.some(chat => isNew(person, chat));
  for (const press of byId('chats').children) press.classList.toggle('fresh', isNew(chosen.person, press.chat));
}

function isNew(person, chat) {
  const key = seenKey(person, chat);
  if (!seen.has(key)) seen.set(key, known[chat.id]); // What stood there when the page was opened is not new.
  return known[chat.id] > seen.get(key);
}

function choose(person, chat) {
  chosen.person = person;
  chosen.chat = chat;
  document.body.classList.add('sitting');
  byId('window').hidden = false;
  for (const place of places.values()) place.press.setAttribute('aria-pressed', place.person === person);
  byId('who').textContent = person.name;
  byId('what').textContent = `${person.role}${person.customer ? `, ${person.customer} (${levels[person.level]})` : ', SI-ONE'}\u00a0· ${chat.channel ? nameOf(chat) : chat.bot}`;
  byId('write').placeholder = chat.channel ? `Pour @${chat.bot}` : '';
  byId('chats').replaceChildren(...(person.chats.length < 2 ? [] : person.chats.map(one => {
    const press = button(nameOf(one), '', () => choose(person, one));
    press.chat = one;
    press.setAttribute('aria-pressed', one === chat);
    return press;
  })));
  sit();
}

/** Initials on a ground. */
export function face({ name, bot }) {
  const initials = bot ? 'SI' : name.split(/\s+/u).filter(word => /^\p{Lu}/u.test(word)).map(word => word[0]).slice(0, 2).join('') || name[0];
  const made = element('span', bot ? 'face bot' : 'face', initials);
  made.setAttribute('aria-hidden', 'true');
  return made;
}
