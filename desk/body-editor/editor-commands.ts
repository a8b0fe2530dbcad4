import type { TextEdit, TextSelection } from './text-edit.ts';
import { hasEmphasis, toggleEmphasis } from './toggle-emphasis.ts';
import { isHeadingLine, toggleHeading } from './toggle-heading.ts';
import { listKindAt, toggleList } from './toggle-list.ts';

/** A command that only changes the text. */
export interface EditorCommand {
  readonly edit: (selection: TextSelection) => TextEdit | undefined;
  /** Whether it would take off what the selection already is. */
  readonly isOn: (selection: TextSelection) => boolean;
}

/** The commands of the bar that ask nothing, by the names of their buttons. */
export const editorCommands = {
  bold: {
    edit: (selection) => toggleEmphasis(selection, '**'),
    isOn: (selection) => hasEmphasis(selection, '**'),
  },
  italic: {
    edit: (selection) => toggleEmphasis(selection, '*'),
    isOn: (selection) => hasEmphasis(selection, '*'),
  },
  heading: {
    edit: (selection) => toggleHeading(selection, 2),
    isOn: (selection) => isHeadingLine(selection, 2),
  },
  subheading: {
    edit: (selection) => toggleHeading(selection, 3),
    isOn: (selection) => isHeadingLine(selection, 3),
  },
  bulleted: {
    edit: (selection) => toggleList(selection, 'bulleted'),
    isOn: (selection) => listKindAt(selection) === 'bulleted',
  },
  numbered: {
    edit: (selection) => toggleList(selection, 'numbered'),
    isOn: (selection) => listKindAt(selection) === 'numbered',
  },
} satisfies Record<string, EditorCommand>;

/** The name of a command that only changes the text. */
export type EditorCommandName = keyof typeof editorCommands;
