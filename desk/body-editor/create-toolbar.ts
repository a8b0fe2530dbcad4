/** A button of a bar: its name, what it does, and for one that can be on whether it is. */
export interface ToolbarButton {
  readonly name: string;
  /** Like "Ctrl+B". */
  readonly keys?: string;
  /** A sentence for what the name does not say. */
  readonly hint?: string;
  readonly run: () => void | Promise<void>;
  readonly isOn?: () => boolean;
}

/** A bar of buttons. */
export interface Toolbar {
  readonly element: HTMLElement;
  /** Shows which buttons are on. */
  readonly update: () => void;
}

/**
 * A bar of buttons that is one stop of the Tab key, with the arrow keys between its buttons (WAI-ARIA “toolbar”).
 * `controls` is the id of what it changes; `beforeRun` is called before what a button does.
 */
export function createToolbar(
  name: string,
  controls: string,
  buttons: readonly ToolbarButton[],
  beforeRun: () => void,
): Toolbar {
  const element = document.createElement('div');
  element.className = 'body-editor-bar';
  element.setAttribute('role', 'toolbar');
  element.setAttribute('aria-label', name);
  element.setAttribute('aria-controls', controls);
  const made = buttons.map((button, index) => {
    const shown = document.createElement('button');
    shown.type = 'button';
    shown.textContent = button.name;
    shown.tabIndex = index === 0 ? 0 : -1;
    if (button.hint) shown.title = button.hint;
    if (button.keys) {
      shown.title = `${button.name} (${button.keys})`;
      shown.setAttribute('aria-keyshortcuts', button.keys.replace('Ctrl', 'Control'));
    }
    // A click leaves the focus, and with it the keyboard of a telephone, in the text.
    shown.addEventListener('mousedown', (event) => event.preventDefault());
    shown.addEventListener('click', () => {
      beforeRun();
      void button.run();
    });
    element.append(shown);
    return { shown, button };
  });
  const all = made.map(({ shown }) => shown);
  element.addEventListener('keydown', (event) => {
    const target = targetOf(event.key, all.indexOf(document.activeElement as HTMLButtonElement), all.length);
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    all[target]?.focus();
  });
  element.addEventListener('focusin', ({ target }) => {
    for (const shown of all) shown.tabIndex = shown === target ? 0 : -1;
  });
  const update = () => {
    for (const { shown, button } of made) if (button.isOn) shown.setAttribute('aria-pressed', String(button.isOn()));
  };
  update();
  return { element, update };
}

/** The button that a key goes to from another one. */
function targetOf(key: string, current: number, count: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: (current + 1) % count,
    ArrowLeft: (current - 1 + count) % count,
    Home: 0,
    End: count - 1,
  };
  return targets[key];
}
