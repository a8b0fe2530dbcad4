import { syllableCount } from '#vietnamese/count.ts';
import { isInCapitals } from '#vietnamese/is-in-capitals.ts';

/** A violation of one of the national union's published rules, in Vietnamese for the editor. */
export interface SubmissionFault {
  readonly about: 'title' | 'text';
  readonly wrong: string;
  readonly remedy: string;
}

const maxTitleWords = 12;
const maxTextWords = 500;

/**
 * The violations of the national union's rules for submitted news in an article: a title of 15 words →
 * "tiêu đề có 15 từ, quy định là không quá 12", "rút gọn tiêu đề".
 */
export function submissionFaults(article: { readonly title: string; readonly text: string }): SubmissionFault[] {
  const titleWords = syllableCount(article.title);
  const textWords = syllableCount(article.text);
  const faults: SubmissionFault[] = [];
  if (titleWords > maxTitleWords)
    faults.push({
      about: 'title',
      wrong: `tiêu đề có ${titleWords} từ, quy định là không quá ${maxTitleWords}`,
      remedy: 'rút gọn tiêu đề',
    });
  if (isInCapitals(article.title))
    faults.push({
      about: 'title',
      wrong: 'tiêu đề viết bằng chữ hoa, quy định là chữ thường',
      remedy: 'chỉ viết hoa chữ đầu và tên riêng',
    });
  if (textWords > maxTextWords)
    faults.push({
      about: 'text',
      wrong: `bài có ${textWords} từ, quy định là không quá ${maxTextWords}`,
      remedy: 'rút gọn bài',
    });
  return faults;
}
