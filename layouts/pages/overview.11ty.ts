import { overview } from '../overview.ts';
import { each, framed } from './each.ts';

export const data = each('overview');
export const render = framed(overview);
