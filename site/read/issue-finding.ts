import { parseRuleMessage } from '#news/rule.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';

/** The finding for the message of an issue of a schema; the default message of a schema is replaced. */
export function issueFinding(location: SourceLocation, message: string): Finding {
  const problem = parseRuleMessage(message);
  return problem
    ? finding(location, problem.rule, problem.wrong, problem.remedy)
    : finding(location, 'gia-tri', 'mục này không đúng dạng', 'xem bảng các mục trong docs/bien-tap.md');
}
