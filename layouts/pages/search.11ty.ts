import { search } from '../search.ts';
import { each, framed } from './each.ts';

export const data = each('search');
export const render = framed(search);
