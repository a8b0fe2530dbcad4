/** A dialog that asks for one text. */
export interface TextQuestion {
  readonly title: string;
  readonly explanation: string;
  readonly label: string;
  /** The text of the button that answers. */
  readonly action: string;
}

/** Asks in a modal dialog; resolves to the text without spaces around it, or undefined if it was dismissed or left empty. */
export function askForText({ title, explanation, label, action }: TextQuestion): Promise<string | undefined> {
  const dialog = document.createElement('dialog');
  dialog.className = 'desk-dialog';
  const heading = Object.assign(document.createElement('h2'), { textContent: title, id: 'desk-question' });
  dialog.setAttribute('aria-labelledby', heading.id);
  const text = Object.assign(document.createElement('textarea'), { rows: 3, required: true });
  const labelled = document.createElement('label');
  labelled.append(label, text);
  const form = Object.assign(document.createElement('form'), { method: 'dialog' });
  const buttons = document.createElement('p');
  const cancel = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Thôi' });
  const answer = Object.assign(document.createElement('button'), { textContent: action, value: 'answer' });
  cancel.className = answer.className = 'desk-button';
  buttons.append(answer, cancel);
  form.append(heading, Object.assign(document.createElement('p'), { textContent: explanation }), labelled, buttons);
  dialog.append(form);
  document.body.append(dialog);
  cancel.addEventListener('click', () => dialog.close());
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'answer' && text.value.trim() !== '' ? text.value.trim() : undefined);
    });
  });
}
