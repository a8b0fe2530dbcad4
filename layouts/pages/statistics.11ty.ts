import { statistics } from '../statistics.ts';
import { each, framed } from './each.ts';

export const data = each('statistics');
export const render = framed(statistics);
