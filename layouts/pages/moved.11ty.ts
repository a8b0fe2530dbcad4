import { moved } from '../moved.ts';
import { each, framed } from './each.ts';

export const data = each('moved');
export const render = framed(moved);
