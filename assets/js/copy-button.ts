import { newButton } from './new-button.ts';

let resetLastButton = () => {};

/** A button that copies a text; an empty text where the browser cannot copy. */
export function copyButton(label: string, text: string): HTMLButtonElement | '' {
  if (!navigator.clipboard) return '';
  const button = newButton(label, async () => {
    await navigator.clipboard.writeText(text);
    // Only the button whose text is on the clipboard says so.
    resetLastButton();
    resetLastButton = () => {
      button.textContent = label;
    };
    button.textContent = 'Đã sao chép';
  });
  return button;
}
