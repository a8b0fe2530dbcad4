import type { SearchEntry } from '#search/search-entry.ts';

const titles = {
  'lam-quen-node-js': 'Làm quen với Node.js trong một buổi chiều',
  'tu-javascript-sang-typescript': 'Từ JavaScript sang TypeScript: nhóm lập trình trẻ kể lại',
  'luu-ma-nguon-tren-github': 'Lưu mã nguồn trên GitHub cho câu lạc bộ tin học',
  'lap-wi-fi-cho-nha-van-hoa': 'Lắp Wi-Fi cho nhà văn hóa thôn',
  'gui-e-mail-cho-nhieu-nguoi': 'Gửi e-mail cho nhiều người cùng lúc',
  'lam-video-youtube': 'Làm video YouTube về nông sản sạch',
  'trinh-bay-bang-powerpoint': 'Trình bày bằng PowerPoint: bảy lời khuyên',
  'phong-dich-covid-19': 'Phòng dịch COVID-19 trong trường mầm non',
  'bon-5kg-lan': 'Bón 5kg lân hay 7 kg kali cho một sào?',
  'trien-khai-kubernetes': 'Triển khai Kubernetes cho trung tâm dữ liệu nhỏ',
};

/** Entries whose titles hold names of other languages and quantities, which the fixture newsroom has few of. */
export const foreignNameEntries: readonly SearchEntry[] = Object.entries(titles).map(([slug, title], at) => ({
  address: `/bai-viet/${slug}/`,
  title,
  lead: 'Bài do nhóm cộng tác viên gửi về trang thông tin.',
  body: 'Nhóm đã thử trong một tháng và ghi lại từng bước.',
  category: 'Khoa học và đời sống',
  day: `2023-05-${10 + at}`,
}));
