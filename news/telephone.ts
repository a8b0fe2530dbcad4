import { optionalTextField } from './field.ts';
import { ruleMessage } from './rule.ts';

/** An optional telephone number with its area code, as displayed: "0227.3740.223" */
export function optionalTelephoneField(example: string) {
  return optionalTextField('số điện thoại (telephone)', `telephone: ${example}`).refine(
    (written) =>
      /^[+(]?\d[\d\s.()-]*$/.test(written) && /^(\+\d{8,15}|0\d{8,11}|1[89]00\d{2,6})$/.test(dialled(written)),
    ruleMessage(
      'gia-tri',
      'số điện thoại không gọi được: chỉ ghi một số, gồm chữ số và có mã vùng',
      `viết như “telephone: ${example}”`,
    ),
  );
}

/** The digits to dial for a number as displayed, for tel: links: "02273740223" */
export function dialled(telephone: string): string {
  return telephone.replace(/(?!^\+)\D/g, '');
}
