import { offline } from '../offline.ts';
import { each, framed } from './each.ts';

export const data = each('offline');
export const render = framed(offline);
