/** Sentences of the CMS that mislead the editors of this site, by their keys in its Vietnamese texts. */
export const cmsTexts: Readonly<Record<string, string>> = {
  work_with_local_repo: 'Mở thư mục trang trên máy này',
  work_with_local_repo_description:
    'Trình duyệt sẽ hỏi: chọn thư mục của trang, nơi có tệp package.json, rồi bấm Cho phép.',
  'local_workflow.unsupported_browser':
    'Trình duyệt này (Firefox, Safari) không mở được thư mục trên máy: dùng Chrome, Edge hoặc Cốc Cốc.',
  'saving_entry.error.title': 'Bài chưa được lưu',
  'saving_entry.error.description': 'Chưa có gì bị mất.',
};
