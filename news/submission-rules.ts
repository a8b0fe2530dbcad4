import { inCapitals } from '#vietnamese/capitals.ts';
import { syllableCount } from '#vietnamese/count.ts';

/** A published rule of the national union that an article breaks, in words for its editor. */
export interface SubmissionFault {
  readonly about: 'title' | 'text';
  readonly wrong: string;
  readonly remedy: string;
}

const mostInTitle = 12;
const mostInText = 500;

/**
 * Where an article breaks the national union's rules for submitted news: a title of 15 words →
 * "tiêu đề có 15 từ, quy định là không quá 12", "rút gọn tiêu đề".
 */
export function submissionFaults(article: { readonly title: string; readonly text: string }): SubmissionFault[] {
  const inTitle = syllableCount(article.title);
  const inText = syllableCount(article.text);
  const faults: SubmissionFault[] = [];
  if (inTitle > mostInTitle)
    faults.push({
      about: 'title',
      wrong: `tiêu đề có ${inTitle} từ, quy định là không quá ${mostInTitle}`,
      remedy: 'rút gọn tiêu đề',
    });
  if (inCapitals(article.title))
    faults.push({
      about: 'title',
      wrong: 'tiêu đề viết bằng chữ hoa, quy định là chữ thường',
      remedy: 'chỉ viết hoa chữ đầu và tên riêng',
    });
  if (inText > mostInText)
    faults.push({
      about: 'text',
      wrong: `bài có ${inText} từ, quy định là không quá ${mostInText}`,
      remedy: 'rút gọn bài',
    });
  return faults;
}
