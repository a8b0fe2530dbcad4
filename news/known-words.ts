import { listField, textField } from './field.ts';

/** The schema of content/words.yaml: names and terms that are correct although they do not look Vietnamese. */
export const knownWordsSchema = listField('danh sách từ riêng', textField('từ', '- Đắk Lắk'));
