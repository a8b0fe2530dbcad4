/** Shows a button that needs script, and gives it its action. */
export function showButton(button: HTMLButtonElement, action: () => void): void {
  button.parentElement?.removeAttribute('hidden');
  button.addEventListener('click', action);
}
