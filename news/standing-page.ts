import { z } from 'zod';
import type { Body } from './body.ts';
import { flag, optionalText, text } from './field.ts';

/** The schema of the front matter of content/pages/…md */
export const standingPageFrontMatter = z.strictObject({
  title: text('tiêu đề (title)', 'title: Giới thiệu'),
  description: optionalText('mô tả (description)', 'description: Một câu về trang').optional(),
  draft: flag('draft'),
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
