import { subscriptions } from '../subscriptions.ts';
import { each, framed } from './each.ts';

export const data = each('subscriptions');
export const render = framed(subscriptions);
