import { document } from '../document.ts';
import { each, framed } from './each.ts';

export const data = each('document');
export const render = framed(document);
