import { expect, test } from 'vitest';
import { ruleMessage } from '#news/rule.ts';
import { findingMessage } from '#site/finding.ts';
import { issueFinding } from '#site/read/issue-finding.ts';

const location = { path: 'a.md', line: 2, column: 7 };

test('a finding has the rule, the mistake and the remedy of the issue, whatever text the mistake quotes', () => {
  const wrong = 'không có tác giả “A · xóa [the]”';
  const found = issueFinding(location, ruleMessage('ten-la', wrong, 'có phải là “BTT”?'));
  expect(found).toEqual({ ...location, rule: 'ten-la', level: 'error', wrong, remedy: 'có phải là “BTT”?' });
});

test('the message of a finding is the message of its issue', () => {
  const message = ruleMessage('gia-tri', 'một · hai', 'ba');
  expect(findingMessage(issueFinding(location, message))).toBe(message);
});

test.each(['Invalid input', 'a · b [no-rule]', 'a [the]'])('the default message “%s” is replaced', (message) => {
  expect(findingMessage(issueFinding(location, message))).toBe(
    'mục này không đúng dạng · xem bảng các mục trong docs/bien-tap.md [gia-tri]',
  );
});
