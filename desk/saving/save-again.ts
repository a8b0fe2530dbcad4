/** Presses the button that saves; the CMS saves only what has changed, so a line break is added to the text, which no file keeps. */
export function saveAgain(): void {
  const text = document.querySelector<HTMLTextAreaElement>('.body-editor textarea');
  if (text) {
    text.value += '\n';
    text.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  // The CMS enables the button when it has seen the change.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-keyshortcuts*="+S"]')?.click());
}
