/** Shows a button that would do nothing without script, and what it does. */
export function showButton(button: HTMLButtonElement, action: () => void): void {
  button.parentElement?.removeAttribute('hidden');
  button.addEventListener('click', action);
}
