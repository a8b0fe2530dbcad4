import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRuleName, type RuleName, rules } from '#news/rule.ts';
import { checkFolder } from './check-folder.ts';
import { type ContentFiles, writeContent } from './content-files.ts';
import { ruleExamples } from './rule-examples.ts';

/** The lines of files that are not in the other files. */
function linesOnlyIn(files: ContentFiles, others: ContentFiles): string {
  return Object.entries(files)
    .flatMap(([path, text]) => {
      const otherLines = String(others[path] ?? '').split('\n');
      return String(text ?? '')
        .split('\n')
        .filter((line) => line.trim() !== '' && otherLines.filter((other) => other === line).length === 0);
    })
    .join('\n');
}

/** The front matter of the file in an example. */
function frontMatterOf(files: ContentFiles): string {
  const text = Object.values(files).find((content) => typeof content === 'string' && content.includes('\n---\n'));
  return String(text).split('\n---\n')[0] ?? '';
}

async function messageOf(name: RuleName): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  try {
    const { wrong, sitemap, firstDeployed } = ruleExamples[name];
    writeContent(folder, wrong);
    const [finding] = await checkFolder(folder, sitemap, firstDeployed);
    return finding ? `dòng ${finding.line} · ${finding.wrong} · ${finding.remedy}` : '';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function codeBlock(text: string): string {
  return `\`\`\`\n${text.replaceAll('\t', '⇥')}\n\`\`\``;
}

/** Every rule with a wrong example, its message, and a correct one: Markdown for the editors' guide. */
export async function rulesGuide(): Promise<string> {
  const parts: string[] = [];
  for (const name of Object.keys(rules).filter(isRuleName)) {
    const { heading, level, suppressible } = rules[name];
    const { wrong, right, description } = ruleExamples[name];
    const isOmission = linesOnlyIn(wrong, right) === '';
    const wrongText = description?.wrong ?? (isOmission ? frontMatterOf(wrong) : linesOnlyIn(wrong, right));
    const rightText = description?.right ?? (isOmission ? frontMatterOf(right) : linesOnlyIn(right, wrong));
    parts.push(
      `### ${heading}`,
      `\`${name}\` · ${level === 'error' ? 'lỗi' : 'lưu ý'}${suppressible ? ' · cho phép được' : ''}`,
      'Chưa đúng:',
      codeBlock(wrongText),
      `Máy báo: \`${await messageOf(name)}\``,
      ...(rightText ? ['Đúng:', codeBlock(rightText)] : ['Đúng: không có dòng ấy.']),
    );
  }
  return `${parts.join('\n\n')}\n`;
}
