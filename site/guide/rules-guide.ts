import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRuleName, type RuleName, rules } from '#news/rule.ts';
import { checkFolder } from './check-files.ts';
import { type ContentFiles, writeContent } from './content-files.ts';
import { ruleExamples } from './rule-examples.ts';

/** The lines of some files that are not in the others. */
function linesOnlyIn(files: ContentFiles, others: ContentFiles): string {
  return Object.entries(files)
    .flatMap(([path, text]) => {
      const rest = String(others[path] ?? '').split('\n');
      return String(text ?? '')
        .split('\n')
        .filter((line) => line.trim() !== '' && rest.filter((each) => each === line).length === 0);
    })
    .join('\n');
}

/** The front matter of the file an example is about. */
function headOf(files: ContentFiles): string {
  const text = Object.values(files).find((each) => typeof each === 'string' && each.includes('\n---\n'));
  return String(text).split('\n---\n')[0] ?? '';
}

async function messageOf(name: RuleName): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  try {
    const { wrong, sitemap } = ruleExamples[name];
    writeContent(folder, wrong);
    const [finding] = await checkFolder(folder, sitemap);
    return finding ? `dòng ${finding.line} · ${finding.message.replace(/ \[[a-z-]+\]$/, '')}` : '';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fenced(text: string): string {
  return `\`\`\`\n${text.replaceAll('\t', '⇥')}\n\`\`\``;
}

/** Every rule with a wrong example, what the check says of it, and a right one: Markdown for the editors' guide. */
export async function rulesGuide(): Promise<string> {
  const parts: string[] = [];
  for (const name of Object.keys(rules).filter(isRuleName)) {
    const { heading, level, allowable } = rules[name];
    const { wrong, right, shown } = ruleExamples[name];
    const missing = linesOnlyIn(wrong, right) === '';
    const worse = shown?.wrong ?? (missing ? headOf(wrong) : linesOnlyIn(wrong, right));
    const better = shown?.right ?? (missing ? headOf(right) : linesOnlyIn(right, wrong));
    parts.push(
      `### ${heading}`,
      `\`${name}\` · ${level === 'error' ? 'lỗi' : 'lưu ý'}${allowable ? ' · cho phép được' : ''}`,
      'Chưa đúng:',
      fenced(worse),
      `Máy báo: \`${await messageOf(name)}\``,
      ...(better ? ['Đúng:', fenced(better)] : ['Đúng: không có dòng ấy.']),
    );
  }
  return `${parts.join('\n\n')}\n`;
}
