/** A dialog with a form. */
export interface DialogOptions {
  readonly title: string;
  readonly fields: readonly HTMLElement[];
  /** Its buttons besides “Hủy”, the first for the Enter key, by the answer that each gives. */
  readonly answers: Readonly<Record<string, string>>;
  /** The answers that need no valid fields. */
  readonly unchecked?: readonly string[];
}

let count = 0;

/** Opens a dialog; resolves with the answer of its button once the fields are valid, undefined when it is left. */
export function openDialog({ title, fields, answers, unchecked = [] }: DialogOptions): Promise<string | undefined> {
  const dialog = document.createElement('dialog');
  dialog.className = 'body-editor-dialog';
  dialog.lang = 'vi';
  const heading = document.createElement('h2');
  heading.id = `body-editor-dialog-${++count}`;
  heading.textContent = title;
  dialog.setAttribute('aria-labelledby', heading.id);
  const form = document.createElement('form');
  form.method = 'dialog';
  const buttons = document.createElement('div');
  buttons.className = 'body-editor-answers';
  for (const [answer, name] of Object.entries(answers)) {
    const button = formButton(name, answer);
    button.formNoValidate = unchecked.includes(answer);
    buttons.append(button);
  }
  const cancel = formButton('Hủy', '');
  cancel.formNoValidate = true;
  buttons.append(cancel);
  form.append(heading, ...fields, buttons);
  dialog.append(form);
  // Keys are for the dialog alone, not for the page around the editor.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  const restoreCaret = caretRestorer(document.activeElement);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      restoreCaret();
      resolve(dialog.returnValue === '' ? undefined : dialog.returnValue);
    });
  });
}

/** Chromium sometimes gives the focus back to a text with the caret at its start. */
function caretRestorer(focused: Element | null): () => void {
  if (!(focused instanceof HTMLTextAreaElement)) return () => {};
  const { value, selectionStart, selectionEnd } = focused;
  return () => {
    if (focused.value === value) focused.setSelectionRange(selectionStart, selectionEnd);
  };
}

function formButton(name: string, value: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'submit';
  button.textContent = name;
  button.value = value;
  return button;
}

/** A field with its label and the element that the label is in. */
export interface LabelledField<Input extends HTMLInputElement | HTMLTextAreaElement> {
  readonly element: HTMLElement;
  readonly input: Input;
}

/** A field of one line with its label above it. */
export function textField(label: string, value: string, hint = ''): LabelledField<HTMLInputElement> {
  const input = document.createElement('input');
  input.type = 'text';
  input.value = value;
  input.autocomplete = 'off';
  return { element: labelled(label, input, hint), input };
}

/** A field with its label, and a sentence below it that assistive technology reads with it. */
export function labelled(label: string, input: HTMLInputElement | HTMLTextAreaElement, hint = ''): HTMLElement {
  const element = document.createElement('div');
  element.className = 'body-editor-field';
  const name = document.createElement('label');
  input.id = `body-editor-field-${++count}`;
  name.htmlFor = input.id;
  name.textContent = label;
  element.append(name, input);
  if (hint) {
    const small = document.createElement('small');
    small.id = `${input.id}-hint`;
    small.textContent = hint;
    input.setAttribute('aria-describedby', small.id);
    element.append(small);
  }
  return element;
}
