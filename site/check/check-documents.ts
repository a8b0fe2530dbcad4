import { basename } from 'node:path';
import type { Document } from '#news/document.ts';
import { documentsCalled, repeatedNumbers } from '#news/document-register.ts';
import { oldestFirst } from '#news/published.ts';
import { says } from '#news/rule.ts';
import { type Finding, finding, type Place } from '#site/finding.ts';
import { isoDay, yearOf } from '#vietnamese/date.ts';
import { nearest } from '#vietnamese/nearest.ts';

/** What the rules over documents say of them together: which replaces which, and numbers that are of two. */
export function checkDocuments(
  documents: readonly Document[],
  unread: ReadonlySet<string>,
  placeOf: (document: Document, key: string) => Place,
): Finding[] {
  return [...checkReplacements(documents, unread, placeOf), ...checkNumbers(documents, placeOf)];
}

/** Two documents of one number are mostly one that was entered twice; but registers that slipped are registers. */
function checkNumbers(documents: readonly Document[], placeOf: (document: Document, key: string) => Place): Finding[] {
  return repeatedNumbers(oldestFirst(documents)).map(([again, { path }]) => {
    const { number, issuer, date } = again;
    const wrong = `số ${number} của ${issuer} năm ${yearOf(date)} đã là của ${path}`;
    const remedy = 'xem lại số và ngày ban hành; đúng là hai văn bản cùng số thì ghi “cho phép”';
    return finding(placeOf(again, 'number'), says('trung-so', wrong, remedy));
  });
}

/** What replaces a document must be one other document, no older than it, and not be replaced by it in turn. */
function checkReplacements(
  documents: readonly Document[],
  unread: ReadonlySet<string>,
  placeOf: (document: Document, key: string) => Place,
): Finding[] {
  const successors = new Map<Document, Document>();
  // The later of two that replace each other is the one that is told of: the earlier was right until then.
  return oldestFirst(documents).flatMap((document) => {
    const { replacedBy: name } = document;
    if (name === undefined) return [];
    const say = (rule: 'thay-the' | 'thu-tu-ngay', wrong: string, remedy: string) => [
      finding(placeOf(document, 'replacedBy'), says(rule, wrong, remedy)),
    ];
    const [successor, ...more] = documentsCalled(name, documents);
    if (!successor) {
      // What a file that could not be read is called by is not known.
      if (unread.size > 0) return [];
      const others = documents.filter((other) => other !== document);
      return say('thay-the', `không có văn bản nào là “${name}”`, remedy(name, others));
    }
    if (more.length > 0) {
      const files = [successor, ...more].map(({ path }) => basename(path)).join(', ');
      return say('thay-the', `có ${more.length + 1} văn bản số “${name}”`, `viết tên tệp, một trong: ${files}`);
    }
    if (successor === document) return say('thay-the', 'văn bản này tự thay chính nó', 'xóa dòng này');
    for (let next: Document | undefined = successor; next; next = successors.get(next))
      if (next === document)
        return say('thay-the', `thay vòng quanh: “${name}” lại do văn bản này thay`, 'xóa dòng này');
    successors.set(document, successor);
    return isoDay(successor.date) < isoDay(document.date)
      ? say('thu-tu-ngay', `văn bản thay thế “${name}” ban hành trước văn bản này`, 'sửa lại một trong hai ngày')
      : [];
  });
}

function remedy(name: string, documents: readonly Document[]): string {
  const names = documents.flatMap(({ number, path }) => [number, basename(path)]);
  const near = nearest(name, names);
  return near ? `có phải là “${near}”?` : 'viết số, ký hiệu hoặc tên tệp của một văn bản trong content/documents/';
}
