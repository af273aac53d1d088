import { bilingual } from './bilingual.js';

// The token is sent once, in a header, and then forgotten: the board itself is opened by a cookie that no script can read.
const form = document.querySelector('form');
const field = document.getElementById('operator-token');
const problem = document.querySelector('.problem');

const REFUSED = {
  id: 'Token ini bukan token operator, atau sudah habis masa berlakunya.',
  en: 'This is no operator’s token, or it has expired.',
};
const UNREACHED = { id: 'Hub tidak menjawab.', en: 'The hub does not answer.' };

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  problem.replaceChildren();
  // People copy the whole header, or a token that a terminal broke over lines.
  const token = field.value.replace(/^\s*(authorization:)?\s*bearer\s+/i, '').replaceAll(/\s+/g, '');
  field.value = '';
  try {
    const { ok } = await fetch('/jobs/session', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    if (ok) location.assign('/jobs/');
    else problem.replaceChildren(bilingual(REFUSED));
  } catch {
    problem.replaceChildren(bilingual(UNREACHED));
  }
});
