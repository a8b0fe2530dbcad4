import { copyOnClick } from './copy-on-click.ts';
import { showButton } from './show-button.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
  const url = button.dataset['share'] ?? location.href;
  const title = document.querySelector('h1')?.textContent ?? document.title;
  if (navigator.share) {
    // Rejects when the reader closes the share sheet, which is not an error.
    showButton(button, () => navigator.share({ title: document.title, url }).catch(() => {}));
  } else {
    button.textContent = 'Chép để gửi Zalo';
    copyOnClick(button, `${title}\n${url}`);
  }
}
