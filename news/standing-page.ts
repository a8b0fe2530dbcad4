import { z } from 'zod';
import type { Body } from './body.ts';
import { flagField, optionalTextField, textField } from './field.ts';

/** The schema of the front matter of content/pages/…md */
export const standingPageFrontMatterSchema = z.strictObject({
  title: textField('tiêu đề (title)', 'title: Giới thiệu'),
  description: optionalTextField('mô tả (description)', 'description: Một câu về trang').optional(),
  draft: flagField('draft'),
});

/** A page that is not news: Giới thiệu, Liên hệ. */
export interface StandingPage {
  readonly path: string;
  readonly slug: string;
  readonly title: string;
  readonly description?: string;
  readonly draft: boolean;
  readonly body: Body;
}
