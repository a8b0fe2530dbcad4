import { standingPage } from '../standing-page.ts';
import { each, framed } from './each.ts';

export const data = each('standingPage');
export const render = framed(standingPage);
