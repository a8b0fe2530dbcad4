/** Makes a textarea as high as its text; returns what has to be called after the text or the width changed. */
export function growWithText(area: HTMLTextAreaElement): () => void {
  // The style sheet says the same to browsers that can do it.
  if (CSS.supports('field-sizing', 'content')) return () => {};
  return () => {
    const parent = area.parentElement;
    if (!parent) return;
    // A page that is shorter while the height is measured would scroll.
    parent.style.minHeight = `${parent.offsetHeight}px`;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
    parent.style.minHeight = '';
  };
}
