// The Markdown that Teams reads in cards and bots' messages, as nodes: emphasis, lists, escapes. Links show their words and address, and lead nowhere.
import { element } from '/dom.js';

const inline = /\\([\\`*_{}[\]()#+\-.!<>~|&=])|\*\*(.+?)\*\*|__(.+?)__|\*([^*\s](?:[^*]*[^*\s])?)\*|(?<![\p{L}\p{N}])_([^_\s](?:[^_]*[^_\s])?)_(?![\p{L}\p{N}])|~~(.+?)~~|\[([^\]]+)\]\(([^)\s]+)\)/gu;
const wraps = [[2, 'strong'], [3, 'strong'], [4, 'em'], [5, 'em'], [6, 's']];

/** Escaped characters may not begin or end anything. */
const hide = text => text.replace(/\\([\\`*_{}[\]()#+\-.!<>~|&=])/gu, (_, sign) => `\ue000${String.fromCharCode(0xe100 + sign.charCodeAt(0))}`);
const reveal = text => text.replace(/\ue000([\ue100-\ue1ff])/gu, (_, sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe100));

function spans(text) {
  const made = document.createDocumentFragment();
  let at = 0;
  for (const found of text.matchAll(inline)) {
    made.append(reveal(text.slice(at, found.index)));
    at = found.index + found[0].length;
    const wrap = wraps.find(([group]) => found[group] !== undefined);
    if (wrap) {
      const node = element(wrap[1]);
      node.append(spans(found[wrap[0]]));
      made.append(node);
    } else made.append(reveal(`${found[7]} (${found[8]})`));
  }
  made.append(reveal(text.slice(at)));
  return made;
}

/** A text as nodes: paragraphs and lists. */
export function markdown(text) {
  const made = document.createDocumentFragment();
  let list = null;
  for (const line of hide(text.replace(/[\ue000\ue100-\ue1ff]/gu, '')).split(/\r\n|\r|\n/u)) {
    const item = /^\s*(?:([-*+])|(\d+)[.)])\s+(.*)$/u.exec(line);
    if (!item) list = null;
    if (item) {
      const kind = item[1] ? 'UL' : 'OL';
      if (list?.tagName !== kind) {
        list = element(kind);
        if (item[2]) list.start = Number(item[2]);
        made.append(list);
      }
      const entry = element('li');
      entry.append(spans(item[3]));
      list.append(entry);
    } else if (line.trim()) {
      const paragraph = element('p');
      paragraph.append(spans(line));
      made.append(paragraph);
    }
  }
  return made;
}

/** The same as HTML, for who wants it so: written out from nodes, so nothing in it is a tag that was in the text. */
export function markdownHtml(text) {
  const box = element('div');
  box.append(markdown(text));
  return box.innerHTML;
}
