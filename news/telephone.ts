import { optionalTextField } from './field.ts';
import { ruleMessage } from './rule.ts';

/** A number for examples that nobody has: 0123 is no prefix any more. */
export const sampleTelephone = '0123.4567.890';

/** An optional telephone number with its area code, as displayed: "0123.4567.890" */
export function optionalTelephoneField() {
  const example = `telephone: ${sampleTelephone}`;
  return optionalTextField('số điện thoại (telephone)', example).refine(
    (written) =>
      /^[+(]?\d[\d\s.()-]*$/.test(written) && /^(\+\d{8,15}|0\d{8,11}|1[89]00\d{2,6})$/.test(dialled(written)),
    ruleMessage(
      'gia-tri',
      'số điện thoại không gọi được: chỉ ghi một số, gồm chữ số và có mã vùng',
      `viết như “${example}”`,
    ),
  );
}

/** The digits to dial for a number as displayed, for tel: links: "01234567890" */
export function dialled(telephone: string): string {
  return telephone.replace(/(?!^\+)\D/g, '');
}
