/** Enters a value into a field of the open form by its key, unless something is there already: as if it were typed or chosen. */
export function enterValue(key: string, value: string): void {
  const field = document.querySelector(`[data-key-path="${CSS.escape(key)}"]`);
  const input = field?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    'input[type=text], input:not([type]), textarea',
  );
  if (input?.value === '') {
    // The setter of the prototype is the one that frameworks observe through the event.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')?.set?.call(input, value);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return;
  }
  const choice = [...(field?.querySelectorAll<HTMLElement>('[role=radio]') ?? [])].find(
    (radio) => (radio.ariaLabel ?? radio.parentElement?.textContent ?? '').trim() === value,
  );
  choice?.click();
}
