import type { z } from 'zod';
import { objectField, optionalTextField, textField } from './field.ts';
import { namedListField } from './named-list-field.ts';
import { optionalTelephoneField } from './telephone.ts';

const member = objectField('mỗi hội', '- name: Hội …', {
  name: textField('tên hội (name)', 'name: Hội …'),
  /** The heading under which the association is listed. */
  group: optionalTextField('nhóm (group)', 'group: Kỹ thuật').optional(),
  chair: optionalTextField('chủ tịch (chair)', 'chair: Họ và tên …').optional(),
  telephone: optionalTelephoneField().optional(),
  address: optionalTextField('địa chỉ (address)', 'address: "Số 6A, …"').optional(),
});

/** The schema of content/members.yaml: the member associations, in the order of their page. */
export const membersSchema = namedListField('danh sách hội thành viên', 'hội', member);

/** A member association. */
export type Member = z.infer<typeof member>;
