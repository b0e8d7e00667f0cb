// Draws cards: by Microsoft's own renderer where the build could restore it, else as plain HTML.
import { markdownHtml } from '/chat-markdown.js';
import { drawPlain } from '/chat-plain.js';

let renderer = null;

const colors = name => ({ default: `var(--${name})`, subtle: `var(--${name}-soft, var(--${name}))` });
const foreground = {
  default: { default: 'var(--ink)', subtle: 'var(--soft)' }, dark: { default: 'var(--ink)', subtle: 'var(--soft)' }, light: { default: 'var(--card)', subtle: 'var(--card)' },
  accent: colors('accent'), good: colors('good'), warning: colors('wait'), attention: colors('stop'),
};
const ground = (backgroundColor, borderColor) => ({ backgroundColor, borderColor, foregroundColors: foreground });
const config = {
  fontFamily: 'inherit',
  fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 19, default: 22, medium: 24, large: 27, extraLarge: 31 },
  spacing: { small: 6, default: 10, medium: 16, large: 22, extraLarge: 30, padding: 14 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  supportsInteractivity: true,
  containerStyles: {
    default: ground('transparent', 'var(--line)'), emphasis: ground('var(--paper)', 'var(--line)'), accent: ground('var(--due-bg)', 'var(--accent)'),
    good: ground('var(--good-bg)', 'var(--good)'), attention: ground('var(--stop-bg)', 'var(--stop)'), warning: ground('var(--wait-bg)', 'var(--wait)'),
  },
  actions: {
    maxActions: 6, spacing: 'medium', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
  },
  factSet: { title: { weight: 'default', color: 'default', isSubtle: true, wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
  inputs: { label: { inputSpacing: 'small', requiredInputs: { suffix: ' *', suffixColor: 'attention' } }, errorMessage: { color: 'attention', spacing: 'small' } },
};

/** Whether the renderer is there. */
export async function loadRenderer() {
  const script = document.createElement('script');
  script.src = '/adaptivecards.js';
  const loaded = new Promise(resolve => { script.onload = () => resolve(true); script.onerror = () => resolve(false); });
  document.head.append(script);
  if (!await loaded || !globalThis.AdaptiveCards) return false;
  renderer = globalThis.AdaptiveCards;
  renderer.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdownHtml(text); result.didProcess = true; };
  return true;
}

/** Only Teams itself searches people; elsewhere the choices that stand there, and the text beside them. */
function withoutSearch(value) {
  if (Array.isArray(value)) return value.map(withoutSearch);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'choices.data').map(([key, item]) => [key, withoutSearch(item)]));
}

/** A card as an element. press(verb, data): somebody acts; mail(url): somebody opens a ready mail. */
export function drawCard(json, press, mail) {
  return (renderer ? drawOfficial : drawPlain)(withoutSearch(json), press, mail);
}

function drawOfficial(json, press, mail) {
  const card = new renderer.AdaptiveCard();
  card.hostConfig = new renderer.HostConfig(config);
  // The renderer tests "lang" with a global expression, which goes on where the last card's match ended.
  renderer.AdaptiveCard.langProperty.regEx.lastIndex = 0;
  card.onExecuteAction = action => {
    if (action instanceof renderer.ExecuteAction) press(action.verb, action.data ?? {});
    else if (action instanceof renderer.SubmitAction) press(undefined, action.data ?? {});
    else if (action instanceof renderer.OpenUrlAction) open(action.url, mail);
  };
  card.parse(json);
  return card.render();
}

/** Ready mails open here, pages of https elsewhere, and nothing else opens. */
export function open(url, mail) {
  if (url?.startsWith('mailto:')) mail(url);
  else if (url?.startsWith('https://')) globalThis.open(url, '_blank', 'noopener');
}
