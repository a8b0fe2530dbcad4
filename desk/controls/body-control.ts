import type { ControlProps } from '@sveltia/cms';
import type { KnownNames } from '#site/import/tree/article-parts.ts';
import { createBodyEditor } from '../body-editor/create-body-editor.ts';
import type { MountedPart } from './dom-component.ts';
import { enterValue } from './enter-value.ts';
import type { WaitingFiles } from './waiting-files.ts';

/** The text of an item as Markdown, with a bar, pictures and Word files. Files that wait are put in at once. */
export function mountBodyControl(names: KnownNames, waiting: WaitingFiles) {
  return (host: HTMLElement, props: ControlProps): MountedPart<ControlProps> => {
    let { onChange, addFile } = props;
    let isBackedUp = false;
    const editor = createBodyEditor(host, {
      ...{ value: String(props.value ?? ''), id: props.forID, label: String(props.field.get('label') ?? 'Nội dung') },
      onChange: (value) => {
        onChange(value);
        // The CMS backs up a form from the first key or click in it: a dropped text has none.
        if (!isBackedUp) host.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        isBackedUp = true;
      },
      addFile: (file) => addFile(file),
      names: () => names,
      onWordImported: ({ title, author }) => {
        if (title !== undefined) enterValue('title', title);
        if (author !== undefined) enterValue('author', author);
      },
    });
    const stopReceiving = waiting.receiveWith((files) => editor.takeFiles(files));
    return {
      update: (next) => {
        ({ onChange, addFile } = next);
        editor.setValue(String(next.value ?? ''));
      },
      destroy: () => {
        stopReceiving();
        editor.destroy();
      },
    };
  };
}
