import { list } from '../list.ts';
import { each, framed } from './each.ts';

export const data = each('list');
export const render = framed(list);
