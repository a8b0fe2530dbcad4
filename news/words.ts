import { list, text } from './field.ts';

/** The schema of content/words.yaml: names and terms that are correct although they do not look Vietnamese. */
export const knownWords = list('danh sách từ riêng', text('từ', '- Đắk Lắk'));
