import { showButton } from './show-button.ts';

let forget = () => {};
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  if (!navigator.clipboard) continue;
  const words = button.textContent;
  showButton(button, async () => {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? location.href);
    // Of several buttons one alone says what the clipboard holds.
    forget();
    forget = () => {
      button.textContent = words;
    };
    button.textContent = 'Đã sao chép';
  });
}
