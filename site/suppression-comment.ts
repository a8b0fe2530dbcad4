/** How a comment that turns rules off begins: "cho phép: am-tiet", "cho phép cả tệp: am-tiet" */
export const suppressionKeyword: string = String.raw`\s*cho\s+ph[ée]p(\s+c[ảa]\s+t[ệe]p)?\s*:\s*`;

const pattern = new RegExp(`^${suppressionKeyword}`, 'iu');

/** Whether a comment, without the characters around it, turns rules off. */
export function isSuppressionComment(comment: string): boolean {
  return pattern.test(comment);
}
