import { bilingual } from './bilingual.js';

const COPIED_SHOWN_MS = 2000;

showOwnOrigin();
showHealth();
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', () => copy(button));
}

// The page cannot know under which address it is reached; the browser can.
function showOwnOrigin() {
  for (const place of document.querySelectorAll('[data-origin]')) place.textContent = location.origin;
}

async function showHealth() {
  const link = document.querySelector('.health');
  const text = document.getElementById('health');
  try {
    const response = await fetch('/health/ready', { cache: 'no-store' });
    // Read to its end, or the connection stays busy as long as the page is open.
    await response.text();
    const { ok } = response;
    link.dataset.state = ok ? 'ready' : 'waiting';
    text.replaceChildren(
      bilingual(
        ok
          ? { id: 'Layanan siap', en: 'Service is ready' }
          : { id: 'Layanan belum siap', en: 'Service is not ready yet' },
      ),
    );
  } catch {
    link.dataset.state = 'waiting';
    text.replaceChildren(bilingual({ id: 'Layanan tidak menjawab', en: 'Service does not answer' }));
  }
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const before = [...button.childNodes];
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.replaceChildren(bilingual({ id: 'Tersalin', en: 'Copied' }));
    setTimeout(() => button.replaceChildren(...before), COPIED_SHOWN_MS);
  } catch {
    // No clipboard outside https and localhost: select the text, so that one keystroke is left.
    getSelection().selectAllChildren(source);
  }
}
