(() => {
  const signal = [...document.querySelectorAll('.bw-signal')].pop();
  if (!signal) return;
  if (!window.briefwijzer) {
    document.addEventListener('click', (event) => {
      if (!event.target.closest('.bw-back')) return;
      const open = document.querySelector('.st-key-conversation button[kind="primary"]');
      const questions = document.querySelectorAll('.bw-question');
      (open ?? questions[questions.length - 1] ?? document.querySelector('.bw-mast'))?.scrollIntoView({ block: 'center' });
      open?.focus({ preventScroll: true });
    });
  }
  const { lang, turns, opened } = signal.dataset;
  const seen = (window.briefwijzer ??= { turns: '0', opened: '0', visit: `0-${lang}` });
  // A busy machine may take many seconds to bring the letter that this signal speaks of.
  const when = (find, act, tries = 600) => {
    const found = find();
    if (found) act(found);
    else if (tries > 0) setTimeout(() => when(find, act, tries - 1), 50);
  };
  document.documentElement.lang = lang;
  const visit = `${opened}-${lang}`;
  if (visit !== seen.visit) {
    const moved = opened !== seen.opened;
    Object.assign(seen, { visit, opened });
    when(() => document.querySelector(`.bw-letter[data-visit="${visit}"]`), (letter) => {
      const place = letter.querySelector('mark') ?? letter.querySelector('.bw-hit');
      if (!place) return letter.scrollTo({ top: 0 });
      const box = place.getBoundingClientRect();
      const tall = box.height > letter.clientHeight * 0.7;
      if (moved) return place.scrollIntoView({ block: tall ? 'start' : 'center' });
      letter.scrollTop += box.top - letter.getBoundingClientRect().top - letter.clientHeight / (tall ? 10 : 3);
    });
  }
  if (turns !== seen.turns) {
    seen.turns = turns;
    const last = `.bw-question[data-turn="${turns - 1}"]`;
    if (turns > 0) when(() => document.querySelector(last), (question) => question.scrollIntoView({ block: 'start' }));
  }
})();
