import { documentRegister } from '../document-register.ts';
import { each, framed } from './each.ts';

export const data = each('documentRegister');
export const render = framed(documentRegister);
