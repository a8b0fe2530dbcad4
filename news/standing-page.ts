import { z } from 'zod';
import type { Body } from './body.ts';
import { flagField, optionalEnumField, optionalTextField, textField } from './field.ts';
import { ofKind } from './field-description.ts';

/** The schema of the front matter of content/pages/…md */
export const standingPageFrontMatterSchema = z.strictObject({
  title: textField('tiêu đề (title)', 'title: Giới thiệu'),
  description: ofKind(
    'paragraph',
    optionalTextField('mô tả (description)', 'description: Một câu về trang'),
  ).optional(),
  /** The language of the title and the text. */
  lang: optionalEnumField('ngôn ngữ (lang)', 'lang: en', 'ngôn ngữ', ['vi', 'en']).default('vi'),
  draft: flagField('bản nháp (draft)', 'draft: true'),
});

/** The page that says who the organisation is, the same in English, and how to reach the organisation. */
export const standingPageSlugs = { about: 'gioi-thieu', aboutInEnglish: 'about', contact: 'lien-he' } as const;

/** A page that is not news: Giới thiệu, Liên hệ. */
export interface StandingPage {
  readonly path: string;
  readonly slug: string;
  readonly title: string;
  readonly description?: string;
  readonly lang: 'vi' | 'en';
  readonly draft: boolean;
  readonly body: Body;
}
