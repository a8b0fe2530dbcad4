import { home } from '../home.ts';
import { each, framed } from './each.ts';

export const data = each('home');
export const render = framed(home);
