import { type ArchiveProps, archive } from '../archive.ts';
import { frame } from '../frame.ts';
import { type Entry, each } from './each.ts';

export const data = each('archive');

export function render({ entry: { props } }: Entry<ArchiveProps>): string {
  return frame(props, archive(props));
}
