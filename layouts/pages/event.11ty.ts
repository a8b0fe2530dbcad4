import { event } from '../event.ts';
import { each, framed } from './each.ts';

export const data = each('event');
export const render = framed(event);
