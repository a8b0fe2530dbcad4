import { accessibility } from '../accessibility.ts';
import { each, framed } from './each.ts';

export const data = each('accessibility');
export const render = framed(accessibility);
