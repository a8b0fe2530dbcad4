import { loadOnDemand } from './load-on-demand.ts';
import { newButton } from './new-button.ts';
import { savePlace } from './share-places.ts';

let saving = false;
const button = newButton('Lưu bài', async () => {
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
savePlace?.append(button);
