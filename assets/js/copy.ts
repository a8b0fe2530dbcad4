import { showButton } from './show-button.ts';

let resetLastButton = () => {};
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  if (!navigator.clipboard) continue;
  const label = button.textContent;
  showButton(button, async () => {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? location.href);
    // Only the button whose text is on the clipboard says so.
    resetLastButton();
    resetLastButton = () => {
      button.textContent = label;
    };
    button.textContent = 'Đã sao chép';
  });
}
