// Indonesian or English. Both texts stand in the page, each marked with its `lang`; base.css shows those of the
// language of <html>. This file only sets that language, and the appearance that was chosen on another page, before the
// first paint, which is why it is not a module.
(() => {
  const root = document.documentElement;
  root.classList.add('with-script');

  function remembered(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // storage is forbidden in this browser: Indonesian, until the reader chooses
    }
  }

  function choose(language) {
    root.lang = language === 'en' ? 'en' : 'id';
    for (const button of document.querySelectorAll('[data-language]')) {
      button.setAttribute('aria-pressed', String(button.dataset.language === root.lang));
    }
  }

  const theme = remembered('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  choose(remembered('lang'));
  document.addEventListener('DOMContentLoaded', () => choose(root.lang));
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-language]') : null;
    if (button === null) return;
    choose(button.dataset.language);
    try {
      localStorage.setItem('lang', root.lang);
    } catch {
      // the choice then lasts as long as the page
    }
  });
})();
