import { showButton } from './show-button.ts';

let resetLastButton = () => {};

/** Shows a button that copies a text, if the browser can. */
export function copyOnClick(button: HTMLButtonElement, text: string): void {
  if (!navigator.clipboard) return;
  const label = button.textContent;
  showButton(button, async () => {
    await navigator.clipboard.writeText(text);
    // Only the button whose text is on the clipboard says so.
    resetLastButton();
    resetLastButton = () => {
      button.textContent = label;
    };
    button.textContent = 'Đã sao chép';
  });
}
