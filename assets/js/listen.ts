import { loadOnDemand } from './load-on-demand.ts';

const article = document.querySelector('.article');
const button = document.querySelector<HTMLButtonElement>('[data-listen]');

function vietnameseVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find(({ lang }) => /^vi([-_]|$)/i.test(lang));
}

async function listen(article: Element, button: HTMLButtonElement): Promise<void> {
  const voice = vietnameseVoice();
  if (!voice) return;
  // Phones allow speech only within a touch event, and the script is loaded after it.
  speechSynthesis.speak(new SpeechSynthesisUtterance(''));
  try {
    const { readAloud } = await loadOnDemand<typeof import('./read-aloud.ts')>('doc-bai.js');
    await readAloud(article, voice);
    button.textContent = 'Nghe bài';
  } catch {
    button.textContent = 'Chưa đọc được, xin thử lại';
  }
  // The listening bar, which had the focus, is removed.
  if (document.activeElement === document.body) button.focus({ preventScroll: true });
}

if (article && button && 'speechSynthesis' in globalThis) {
  const updateButton = () => {
    button.hidden = !vietnameseVoice();
  };
  updateButton();
  // Not addEventListener, which speechSynthesis lacks in some browsers.
  speechSynthesis.onvoiceschanged = updateButton;
  button.addEventListener('click', () => listen(article, button));
}
