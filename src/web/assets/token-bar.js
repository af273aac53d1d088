import { clearToken, currentToken, onTokenChange, takeToken } from './access-token.js';
import { bilingual } from './bilingual.js';
import { DEMO_CITIZENS, requestDemoToken } from './demo-login.js';
import { listPageSessions } from './page-session.js';

const REFRESH_MS = 10_000;

const part = (id) => document.getElementById(id);

/** Brings the bar above the explorer to life; without a token endpoint there is no demo login. */
export function startTokenBar(tokenEndpoint) {
  onTokenChange(() => {
    showProblem(null);
    showHolder();
    showExpiry();
  });
  setInterval(showExpiry, REFRESH_MS);
  part('token-clear').addEventListener('click', () => {
    clearToken();
    part('token-paste').querySelector('summary').focus(); // the button just pressed is gone
  });
  startPaste();
  startSessions();
  if (tokenEndpoint !== undefined) startDemoLogin(tokenEndpoint);
  showHolder();
}

function startDemoLogin(tokenEndpoint) {
  const form = part('demo-login');
  const button = form.querySelector('button');
  part('demo-citizen').append(...DEMO_CITIZENS.map((alias) => new Option(alias, alias)));
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.setAttribute('aria-busy', 'true');
    const { token, problem } = await requestDemoToken(tokenEndpoint, part('demo-citizen').value);
    button.removeAttribute('aria-busy');
    if (token !== undefined) takeToken(token);
    else showProblem(problem);
  });
}

// Whoever has logged in on the hub's own pages is asked as which of them he wants to be here, by a press.
async function startSessions() {
  const place = part('page-sessions');
  for (const { label, token } of await listPageSessions()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(bilingual({ id: `Sesi ${label.id}`, en: `${label.en} session` }));
    button.addEventListener('click', () => takeToken(token));
    place.append(button);
  }
}

function startPaste() {
  const details = part('token-paste');
  const summary = details.querySelector('summary');
  const field = part('pasted-token');
  details.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    // People copy the whole header, or a token that a terminal broke over lines.
    const value = field.value.replace(/^\s*(authorization:)?\s*bearer\s+/i, '').replaceAll(/\s+/g, '');
    if (value === '') return;
    field.value = '';
    details.open = false;
    takeToken({ value });
    summary.focus();
  });
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    details.open = false;
    summary.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!details.contains(event.target)) details.open = false;
  });
}

function showProblem(sentence) {
  part('token-problem').replaceChildren(...(sentence === null ? [] : [bilingual(sentence)]));
}

function showHolder() {
  const token = currentToken();
  part('token-clear').hidden = token === null;
  part('token-holder').replaceChildren(bilingual(holderSentence(token)));
}

function holderSentence(token) {
  if (token === null) return { id: 'Tanpa token', en: 'No token' };
  if (token.alias === null) return { id: 'Token tempelan', en: 'Pasted token' };
  if (token.headers !== null) return { id: `Sesi: ${token.alias}`, en: `Session: ${token.alias}` };
  return { id: `Warga demo: ${token.alias}`, en: `Demo citizen: ${token.alias}` };
}

// Kept out of the live region, or a screen reader would read the clock aloud.
function showExpiry() {
  const token = currentToken();
  const leftMs = token === null || token.expiresAt === null ? null : token.expiresAt - Date.now();
  part('token-state').dataset.state = token === null ? 'none' : leftMs !== null && leftMs <= 0 ? 'expired' : 'active';
  part('token-expiry').replaceChildren(...(leftMs === null ? [] : [bilingual(expirySentence(leftMs))]));
}

function expirySentence(leftMs) {
  if (leftMs <= 0) return { id: 'kedaluwarsa', en: 'expired' };
  const minutes = Math.ceil(leftMs / 60_000);
  if (minutes < 120) return { id: `berlaku ${minutes} menit lagi`, en: `expires in ${minutes} min` };
  const hours = Math.floor(minutes / 60);
  return { id: `berlaku ${hours} jam lagi`, en: `expires in ${hours} h` };
}
