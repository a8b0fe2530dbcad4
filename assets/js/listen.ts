import { loadOnDemand } from './load-on-demand.ts';
import { newButton } from './new-button.ts';

const article = document.querySelector('.article');
const label = 'Nghe bài';

function vietnameseVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find(({ lang }) => /^vi([-_]|$)/i.test(lang));
}

async function listen(article: Element): Promise<void> {
  const voice = vietnameseVoice();
  if (!voice) return;
  // Phones allow speech only within a touch event, and the script is loaded after it.
  speechSynthesis.speak(new SpeechSynthesisUtterance(''));
  try {
    const { readAloud } = await loadOnDemand<typeof import('./read-aloud.ts')>('doc-bai.js');
    await readAloud(article, voice);
    button.textContent = label;
  } catch {
    button.textContent = 'Chưa đọc được, xin thử lại';
  }
  // The listening bar, which had the focus, is removed.
  if (document.activeElement === document.body) button.focus({ preventScroll: true });
}

const button = newButton(label, () => {
  if (article) listen(article);
});

if ('speechSynthesis' in globalThis) {
  const showButton = () => {
    if (vietnameseVoice()) article?.querySelector('.category')?.append(button);
    else button.remove();
  };
  showButton();
  // Not addEventListener, which speechSynthesis lacks in some browsers.
  speechSynthesis.onvoiceschanged = showButton;
}
