import { loadTool } from './load-tool.ts';

const article = document.querySelector('.article');
const button = document.querySelector<HTMLButtonElement>('[data-listen]');

function vietnameseVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find(({ lang }) => /^vi([-_]|$)/i.test(lang));
}

async function listen(to: Element, start: HTMLButtonElement): Promise<void> {
  const voice = vietnameseVoice();
  if (!voice) return;
  // Phones let a page speak only from within a touch, and the file of this tool comes after it.
  speechSynthesis.speak(new SpeechSynthesisUtterance(''));
  try {
    const { readAloud } = await loadTool<typeof import('./read-aloud.ts')>('doc-bai.js');
    await readAloud(to, voice);
    start.textContent = 'Nghe bài';
  } catch {
    start.textContent = 'Chưa đọc được, xin thử lại';
  }
  // The bar that held the focus is gone.
  if (document.activeElement === document.body) start.focus({ preventScroll: true });
}

if (article && button && 'speechSynthesis' in globalThis) {
  const offer = () => {
    button.hidden = !vietnameseVoice();
  };
  offer();
  // Not by addEventListener, which voices lack in some browsers.
  speechSynthesis.onvoiceschanged = offer;
  button.addEventListener('click', () => listen(article, button));
}
