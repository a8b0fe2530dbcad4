import { loadOnDemand } from './load-on-demand.ts';
import { showButton } from './show-button.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-save]')) {
  let saving = false;
  showButton(button, async () => {
    if (saving) return;
    saving = true;
    try {
      const { saveArticle } = await loadOnDemand<typeof import('./save-article.ts')>('luu-bai.js');
      await saveArticle();
      button.textContent = 'Đã tải về';
    } catch {
      button.textContent = 'Chưa lưu được, xin thử lại';
    }
    saving = false;
  });
}
