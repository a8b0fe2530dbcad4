/** Up and down lead from one place to the next, as in a list. */
export function arrowsLead(places: () => readonly HTMLElement[]): void {
  document.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    // While an input method composes, the arrows choose among what it offers.
    if (step === 0 || modified || event.isComposing) return;
    const all = places();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = at < 0 ? undefined : all[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
