import { type ArticleProps, article } from '../article.ts';
import { frame } from '../frame.ts';
import { type Entry, each } from './each.ts';

export const data = each('article');

export function render({ entry: { props } }: Entry<ArticleProps>): string {
  return frame(props, article(props));
}
