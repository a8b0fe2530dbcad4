import { isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument, visit, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { nearest } from '#vietnamese/nearest.ts';
import type { Finding } from './finding.ts';

/** A block of YAML and where it stands in its file. */
export interface YamlBlock {
  readonly path: string;
  readonly text: string;
  /** Lines of the file before the block. */
  readonly linesBefore: number;
}

/** The value a schema made of a block, or nothing and the reasons. */
export interface Checked<Value> {
  readonly value?: Value;
  readonly findings: readonly Finding[];
  /** A finding at a key of the block (or at its start), for rules beyond the schema. */
  readonly at: (keys: readonly PropertyKey[], message: string, level?: Finding['level']) => Finding;
}

function yamlMessage(error: YAMLError): string {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return 'mục này đã có ở trên · giữ lại một dòng, xóa dòng kia';
    case 'TAB_AS_INDENT':
      return 'dòng bắt đầu bằng phím Tab · thay bằng hai dấu cách';
    case 'MISSING_CHAR':
      return 'thiếu dấu đóng (ngoặc kép, ngoặc vuông…) · thêm dấu đóng ở cuối dòng';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BAD_SCALAR_START':
      return 'dấu hai chấm hoặc dấu đặc biệt trong chữ làm dòng này khó hiểu · đặt cả phần chữ trong ngoặc kép, như title: "Hội nghị: tổng kết"';
    default:
      return 'dòng này viết chưa đúng cách · mỗi dòng là “tên: nội dung”; nội dung có dấu đặc biệt thì đặt trong ngoặc kép';
  }
}

/**
 * Parses YAML, every plain value as the text that was written ("failsafe": 0227 stays 0227, no is no), and checks it
 * with a schema. Each finding has its line and column.
 */
export function checkYaml<Schema extends z.ZodType>(block: YamlBlock, schema: Schema): Checked<z.output<Schema>> {
  const lineCounter = new LineCounter();
  const document = parseDocument(block.text, { lineCounter, schema: 'failsafe', prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { path: block.path, line: line + block.linesBefore, column: col };
  };
  const at: Checked<unknown>['at'] = (keys, message, level = 'error') => ({
    level,
    ...place(offsetOf(document.contents, keys)),
    message,
  });

  const atKey = (keys: readonly PropertyKey[], message: string): Finding => ({
    level: 'error',
    ...place(offsetOf(document.contents, keys, 'key')),
    message,
  });

  if (document.errors.length > 0)
    return {
      at,
      findings: document.errors.map((error) => ({
        level: 'error',
        ...place(error.pos[0]),
        message: yamlMessage(error),
      })),
    };

  const cut: Finding[] = [];
  visit(document, {
    Scalar(_, node) {
      if (node.comment && node.range && (node.type === 'PLAIN' || node.type === undefined))
        cut.push({
          level: 'error',
          ...place(node.range[0]),
          message: `phần “#${node.comment}” sau dấu # sẽ bị bỏ mất · đặt cả dòng chữ trong ngoặc kép: "${node.source} #${node.comment}"`,
        });
    },
  });
  if (cut.length > 0) return { at, findings: cut };

  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return { value: result.data, at, findings: [] };
  const known = 'shape' in schema && typeof schema.shape === 'object' ? Object.keys(schema.shape ?? {}) : [];
  return {
    at,
    findings: result.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => {
            const near = nearest(key, known);
            const remedy = near
              ? `có phải là “${near}”?`
              : `xóa dòng này${known.length ? `; các mục dùng được: ${known.join(', ')}` : ''}`;
            return atKey([...issue.path, key], `không có mục nào tên “${key}” · ${remedy}`);
          })
        : [at(issue.path, issue.message.includes(' · ') ? issue.message : `${issue.message} · xem lại mục này`)],
    ),
  };
}

/** Where a key stands: at its value, or at the key when the value is empty, or at the nearest thing that exists. */
function offsetOf(contents: unknown, keys: readonly PropertyKey[], prefer: 'value' | 'key' = 'value'): number {
  let node: Node | undefined = isNode(contents) ? contents : undefined;
  let offset = node?.range?.[0] ?? 0;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (!pair || !isScalar(pair.key)) break;
      const value: Node | undefined = isNode(pair.value) ? pair.value : undefined;
      const empty = isScalar(value) && value.value === '';
      offset = (empty || (prefer === 'key' && key === keys.at(-1)) ? pair.key.range?.[0] : value?.range?.[0]) ?? offset;
      node = value;
    } else if (node && 'items' in node && Array.isArray(node.items)) {
      const item: unknown = node.items[Number(key)];
      node = isNode(item) ? item : undefined;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
