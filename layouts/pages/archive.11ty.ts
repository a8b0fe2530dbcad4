import { archive } from '../archive.ts';
import { each, framed } from './each.ts';

export const data = each('archive');
export const render = framed(archive);
