import { basename } from 'node:path';
import type { Document } from '#news/document.ts';
import { oldestFirst } from '#news/published.ts';
import { duplicateDocumentNumbers, findDocumentsByName } from '#news/registered-documents.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { isoDay, yearOf } from '#vietnamese/date.ts';
import { nearest } from '#vietnamese/nearest.ts';

/** Findings across documents: invalid replacements and duplicate numbers. */
export function checkDocuments(
  documents: readonly Document[],
  unreadable: ReadonlySet<string>,
  locate: (document: Document, key: string) => SourceLocation,
): Finding[] {
  return [...checkReplacements(documents, unreadable, locate), ...checkNumbers(documents, locate)];
}

/** A duplicate number mostly means one document entered twice; real duplicates exist and can be allowed. */
function checkNumbers(
  documents: readonly Document[],
  locate: (document: Document, key: string) => SourceLocation,
): Finding[] {
  return duplicateDocumentNumbers(oldestFirst(documents)).map(([duplicate, { path }]) => {
    const { number, issuer, date } = duplicate;
    const wrong = `số ${number} của ${issuer} năm ${yearOf(date)} đã là của ${path}`;
    const remedy = 'xem lại số và ngày ban hành; đúng là hai văn bản cùng số thì ghi “cho phép”';
    return finding(locate(duplicate, 'number'), 'trung-so', wrong, remedy);
  });
}

/** The replacement of a document must be exactly one other document, not older, without a cycle. */
function checkReplacements(
  documents: readonly Document[],
  unreadable: ReadonlySet<string>,
  locate: (document: Document, key: string) => SourceLocation,
): Finding[] {
  const successors = new Map<Document, Document>();
  // Of two that replace each other, the later one is reported: the earlier one was valid until then.
  return oldestFirst(documents).flatMap((document) => {
    const { replacedBy: name } = document;
    if (name === undefined) return [];
    const report = (rule: 'thay-the' | 'thu-tu-ngay', wrong: string, remedy: string) => [
      finding(locate(document, 'replacedBy'), rule, wrong, remedy),
    ];
    const [successor, ...more] = findDocumentsByName(name, documents);
    if (!successor) {
      // The number of an unreadable document is unknown.
      if (unreadable.size > 0) return [];
      const others = documents.filter((other) => other !== document);
      return report('thay-the', `không có văn bản nào là “${name}”`, remedy(name, others));
    }
    if (more.length > 0) {
      const files = [successor, ...more].map(({ path }) => basename(path)).join(', ');
      return report('thay-the', `có ${more.length + 1} văn bản số “${name}”`, `viết tên tệp, một trong: ${files}`);
    }
    if (successor === document) return report('thay-the', 'văn bản này tự thay chính nó', 'xóa dòng này');
    for (let next: Document | undefined = successor; next; next = successors.get(next))
      if (next === document)
        return report('thay-the', `thay vòng quanh: “${name}” lại do văn bản này thay`, 'xóa dòng này');
    successors.set(document, successor);
    return isoDay(successor.date) < isoDay(document.date)
      ? report('thu-tu-ngay', `văn bản thay thế “${name}” ban hành trước văn bản này`, 'sửa lại một trong hai ngày')
      : [];
  });
}

function remedy(name: string, documents: readonly Document[]): string {
  const names = documents.flatMap(({ number, path }) => [number, basename(path)]);
  const near = nearest(name, names);
  return near ? `có phải là “${near}”?` : 'viết số, ký hiệu hoặc tên tệp của một văn bản trong content/documents/';
}
