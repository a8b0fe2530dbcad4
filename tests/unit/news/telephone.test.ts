import { expect, test } from 'vitest';
import { dialled, optionalTelephoneField } from '#news/telephone.ts';

const isAccepted = (written: string) => optionalTelephoneField().safeParse(written).success;

test.each([
  ['0227.3740.223', '02273740223'],
  ['(0227) 374 0223', '02273740223'],
  ['0000-000-001', '0000000001'],
  ['+84 227 3740 223', '+842273740223'],
  ['1900 1234', '19001234'],
])('%s dials %s', (written, digits) => {
  expect(isAccepted(written)).toBe(true);
  expect(dialled(written)).toBe(digits);
});

test.each(['3731.947', '0227', '0227.3740.223 / 3731.947', 'gọi 0227.3740.223', '0227.3740.223.5555.777', '+84'])(
  '“%s” is no telephone number with its area code',
  (written) => {
    expect(isAccepted(written)).toBe(false);
  },
);
