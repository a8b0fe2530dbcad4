import { withdrawn } from '../withdrawn.ts';
import { each, framed } from './each.ts';

export const data = each('withdrawn');
export const render = framed(withdrawn);
