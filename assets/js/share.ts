import { showButton } from './show-button.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
  if (!navigator.share) continue;
  showButton(button, () => {
    // Rejects when the reader closes the share sheet, which is not an error.
    navigator.share({ title: document.title, url: button.dataset['share'] ?? location.href }).catch(() => {});
  });
}
