import { showButton } from './show-button.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
  if (!navigator.share) continue;
  showButton(button, () => {
    // Rejected when the reader closes the sheet, which is no fault.
    navigator.share({ title: document.title, url: button.dataset['share'] ?? location.href }).catch(() => {});
  });
}
