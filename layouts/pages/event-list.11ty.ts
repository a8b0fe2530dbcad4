import { eventList } from '../event-list.ts';
import { each, framed } from './each.ts';

export const data = each('eventList');
export const render = framed(eventList);
