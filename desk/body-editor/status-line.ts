/** Where an editor is told what happened. */
export interface StatusLine {
  readonly element: HTMLElement;
  /** Shows a sentence, and below it a list; "" clears it. */
  readonly say: (sentence: string, details?: readonly string[]) => void;
}

/** A line that assistive technology reads when it changes. */
export function createStatusLine(): StatusLine {
  const element = document.createElement('div');
  element.className = 'body-editor-status';
  element.setAttribute('role', 'status');
  const say = (sentence: string, details: readonly string[] = []) => {
    element.textContent = sentence;
    if (details.length === 0) return;
    const list = document.createElement('ul');
    for (const detail of details) {
      const item = document.createElement('li');
      item.textContent = detail;
      list.append(item);
    }
    element.append(list);
  };
  return { element, say };
}
