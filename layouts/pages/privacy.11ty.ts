import { privacy } from '../privacy.ts';
import { each, framed } from './each.ts';

export const data = each('privacy');
export const render = framed(privacy);
