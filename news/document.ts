import { z } from 'zod';
import type { Attachment } from './article.ts';
import type { Body } from './body.ts';
import { documentTypes } from './document-types.ts';
import {
  booleanField,
  enumField,
  flagField,
  instantField,
  listField,
  objectField,
  optionalTextField,
  textField,
} from './field.ts';
import { ofKind } from './field-description.ts';
import { ruleMessage } from './rule.ts';

const file = objectField('mỗi tệp', '- file: ke-hoach.pdf', {
  /** The name of a file next to the document or in the folder with the same name. */
  file: ofKind('file', textField('tên tệp (file)', 'file: ke-hoach.pdf')),
  /** The displayed title; by default the file name. */
  title: optionalTextField('tên hiện ra của tệp (title)', 'title: Phụ lục').optional(),
});

/** The schema of the front matter of content/documents/…md; the body is a summary and may be empty. */
export const documentFrontMatterSchema = z
  .strictObject({
    /** The subject (trích yếu). */
    title: textField('trích yếu (title)', 'title: "Trích yếu của văn bản"'),
    number: textField('số, ký hiệu (number)', 'number: 12/KH-LHH'),
    type: enumField('loại văn bản (type)', 'type: Kế hoạch', 'loại văn bản', documentTypes),
    issued: instantField('ngày ban hành (issued)', 'issued: 2026-11-23'),
    issuer: textField('cơ quan ban hành (issuer)', 'issuer: Tên cơ quan'),
    /** By default true, unless `replacedBy` is present. */
    inForce: booleanField('còn hiệu lực (inForce)', 'inForce: false').optional(),
    /** The number or the file name of another document. */
    replacedBy: optionalTextField('văn bản thay thế (replacedBy)', 'replacedBy: 15/KH-LHH').optional(),
    files: listField('tệp của văn bản (files)', file),
    draft: flagField('bản nháp (draft)', 'draft: true'),
  })
  .superRefine(({ inForce, replacedBy }, context) => {
    if (!inForce || !replacedBy) return;
    const message = ruleMessage('thay-the', 'văn bản đã được thay thế thì không còn hiệu lực', 'xóa dòng này');
    context.addIssue({ code: 'custom', path: ['inForce'], message });
  });

/** An issued document (a plan, a decision, a letter), validated; all text NFC. */
export interface Document {
  readonly path: string;
  readonly slug: string;
  readonly title: string;
  /** The number and symbol: "12/KH-LHH" */
  readonly number: string;
  readonly type: (typeof documentTypes)[number];
  /** The date of issue. */
  readonly date: Date;
  readonly issuer: string;
  /** False where the front matter says so; a replaced document is not in force either. */
  readonly inForce: boolean;
  /** As written: the number or the file name of another document. */
  readonly replacedBy?: string;
  readonly files: readonly Attachment[];
  readonly draft: boolean;
  readonly body: Body;
}

/** Whether a file of a document is its full text: its title says so, or is only the name of the file. */
export function isFullText({ file, title }: Pick<Attachment, 'file' | 'title'>): boolean {
  return /^toàn văn/i.test(title) || file.normalize('NFC').split(/[/\\]/).at(-1) === title;
}
