import type { Element } from 'hast';
import { labelMarks } from '../word/label-marks.ts';
import { isElement } from './blocks.ts';

const writtenLabel = new RegExp(`${labelMarks[0]}\\d (.*?)${labelMarks[1]}`, 'g');

/** A text whose labels stand without their marks: "I. Kết quả", "a) Về tổ chức". */
export function withoutLabelMarks(text: string): string {
  return text.replace(writtenLabel, (_, label: string) => `${label} `);
}

/** The same for the text of a block. */
export function withTextLabel(block: Element): Element {
  return {
    ...block,
    children: block.children.map((child) => {
      if (child.type === 'text') return { type: 'text', value: withoutLabelMarks(child.value) };
      return isElement(child) ? withTextLabel(child) : child;
    }),
  };
}
