import { frame } from '../frame.ts';
import { type HomeProps, home } from '../home.ts';
import { type Entry, each } from './each.ts';

export const data = each('home');

export function render({ entry: { props } }: Entry<HomeProps>): string {
  return frame(props, home(props));
}
