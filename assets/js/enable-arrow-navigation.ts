/** Moves the focus with the up and down arrow keys, from one element to the next. */
export function enableArrowNavigation(elements: () => readonly HTMLElement[]): void {
  document.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    // While an input method composes, the arrow keys choose among its candidates.
    if (step === 0 || modified || event.isComposing) return;
    const all = elements();
    const index = all.indexOf(document.activeElement as HTMLElement);
    const next = index < 0 ? undefined : all[index + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
