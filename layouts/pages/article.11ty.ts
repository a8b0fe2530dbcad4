import { article } from '../article.ts';
import { each, framed } from './each.ts';

export const data = each('article');
export const render = framed(article);
