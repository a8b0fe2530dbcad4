import { list, text } from './field.ts';

/** content/words.yaml: names and terms that are right although they do not look Vietnamese. */
export const knownWords = list('danh sách từ riêng', text('từ', '- Đắk Lắk'));
