import { frame } from '../frame.ts';
import { type StandingPageProps, standingPage } from '../standing-page.ts';
import { type Entry, each } from './each.ts';

export const data = each('standingPage');

export function render({ entry: { props } }: Entry<StandingPageProps>): string {
  return frame(props, standingPage(props));
}
