import type { z } from 'zod';
import type { PictureReference } from './article.ts';
import { objectField, optionalEmailField, optionalTextField, textField } from './field.ts';
import { namedListField } from './named-list-field.ts';
import { ruleMessage } from './rule.ts';
import { optionalTelephoneField } from './telephone.ts';

const leader = objectField('mỗi người', '- name: Họ và tên', {
  name: textField('họ và tên (name)', 'name: Họ và tên …'),
  role: textField('chức vụ (role)', 'role: Chủ tịch'),
  /** The heading under which the person is listed. */
  group: optionalTextField('nhóm (group)', 'group: Ban Thường vụ').optional(),
  telephone: optionalTelephoneField().optional(),
  email: optionalEmailField('email', 'email: ten@vi-du.vn').optional(),
  /** The name of a picture next to the list or in the folder content/leadership/. */
  portrait: optionalTextField('ảnh chân dung (portrait)', 'portrait: anh.jpg').optional(),
  portraitAlt: optionalTextField('mô tả ảnh chân dung (portraitAlt)', 'portraitAlt: Trong ảnh là …').optional(),
});

/** The schema of content/leadership.yaml: the leaders of the organisation, in the order of their page. */
export const leadershipSchema = namedListField('danh sách lãnh đạo', 'người', leader).superRefine(
  (leaders, context) => {
    for (const [index, { portrait, portraitAlt }] of leaders.entries()) {
      const missing = (key: string, wrong: string, line: string) =>
        context.addIssue({
          code: 'custom',
          path: [index, key],
          message: ruleMessage('di-doi', wrong, `thêm dòng “${line}”`),
        });
      if (portrait && !portraitAlt)
        missing('portrait', 'ảnh chân dung chưa có mô tả cho người không nhìn thấy', 'portraitAlt: Trong ảnh là …');
      if (portraitAlt && !portrait)
        missing('portraitAlt', 'có mô tả ảnh chân dung nhưng không có ảnh', 'portrait: ten-anh.jpg');
    }
  },
);

/** A leader as written in leadership.yaml. */
export type WrittenLeader = z.infer<typeof leader>;

/** A leader of the organisation. */
export interface Leader extends Omit<WrittenLeader, 'portrait' | 'portraitAlt'> {
  readonly portrait?: PictureReference;
}
