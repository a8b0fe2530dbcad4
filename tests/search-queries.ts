/** A query on the fixture newsroom and the page that should be its first result, grouped by what the query tests. */
export interface SearchQuery {
  readonly text: string;
  readonly expectedAddress: string;
  readonly group: string;
}

type QueryAndPage = readonly (readonly [query: string, slugOrAddress: string])[];

const groups: Readonly<Record<string, QueryAndPage>> = {
  'with marks': [
    ['nuôi ngao bền vững', 'hoi-thao-khoa-hoc-ve-nuoi-ngao-ben-vung-tren-bai-trieu'],
    ['sơ cứu đuối nước', 'tap-huan-so-cuu-duoi-nuoc-cho-giao-vien-va-phu-huynh'],
    ['lúa cổ', 'gop-y-phuong-an-bao-ton-giong-lua-co-cua-tinh'],
    ['bộ gõ tiếng Việt', 'chuyen-de-bo-go-tieng-viet-dang-nfd'],
    ['mạng không dây', 'tin-van-mot-doan'],
    ['kính hiển vi', 'cau-lac-bo-phu-nu-lam-khoa-hoc-tham-nu-sinh-vung-bai'],
    ['Thái Bình', 'lien-hiep-hoi-thai-binh-ky-ket-chuong-trinh-phoi-hop-voi-hiep-hoi-doanh-nghiep-tinh'],
  ],
  'without marks': [
    ['may tuot lac', 'hoi-co-khi-ban-giao-10-may-tuot-lac-cho-hop-tac-xa-vung-bai'],
    ['dai hoi dai bieu hoi thuy san', 'dai-hoi-dai-bieu-hoi-thuy-san-nhiem-ky-2020-2025'],
    ['khau trang', 'cac-hoi-thanh-vien-may-khau-trang-vai-tang-nguoi-dan-vung-xa'],
    ['lo gach', 'bao-dong-nhe-ve-chat-luong-khong-khi-quanh-khu-lo-gach-cu'],
    ['cay chan song', 'trong-5-000-cay-chan-song-ven-de-bien-huyen-thu-nghiem'],
    ['cam danh bat', 'hoi-thao-nguon-loi-ca-song-va-mua-cam-danh-bat'],
  ],
  'with some of the marks': [
    ['đệm lot sinh hoc', 'hoi-chan-nuoi-chuyen-giao-quy-trinh-nuoi-ga-tren-dem-lot-sinh-hoc'],
    ['nước gieng mau vàng', 'vi-sao-nuoc-gieng-co-mau-vang'],
    ['hồi ban dia', 'toa-dam-phuc-hoi-giong-hoi-ban-dia'],
    ['xâm nhap man', 'khao-sat-xam-nhap-man-tai-cac-cua-cong-huyen-thu-nghiem'],
  ],
  'in NFD, as some phones type it and some copied texts have it': [
    ['thổ nhưỡng'.normalize('NFD'), 'ban-giao-ban-do-tho-nhuong-so-cho-bon-xa-huyen-thu-nghiem'],
    ['chữ có dấu'.normalize('NFD'), 'chuyen-de-bo-go-tieng-viet-dang-nfd'],
    ['Bên lề Đại hội'.normalize('NFD'), 'ben-le-dai-hoi-nhung-cau-chuyen-nho'],
  ],
  'wrong marks: hỏi for ngã, a tone on the wrong letter, Telex typed without an input method': [
    ['triễn lãm sáng tạo', 'khai-mac-trien-lam-san-pham-sang-tao-ky-thuat'],
    ['kỷ thuật cấy lúa', 'tap-huan-ky-thuat-cay-lua-hang-rong-hang-hep-tai-xa-minh-hoa'],
    ['tuyên dương nhà gíao', 'tuyen-duong-nha-giao-co-sang-kien-day-hoc-bang-thi-nghiem'],
    ['booj gox tieengs Vieetj', 'chuyen-de-bo-go-tieng-viet-dang-nfd'],
  ],
  'both spellings: hoà and hòa, kĩ and kỹ': [
    ['mưa lớn xã Minh Hoạ', 'ung-pho-voi-mua-lon-kinh-nghiem-tu-xa-minh-hoa'],
    ['sáng tạo kĩ thuật lần thứ hai', 'trao-giai-hoi-thi-sang-tao-ky-thuat-lan-thu-hai'],
    ['Hội Thuỷ sản nhiệm kì', 'dai-hoi-dai-bieu-hoi-thuy-san-nhiem-ky-2020-2025'],
    ['sức khoẻ tinh thần', 'mo-lop-cham-soc-suc-khoe-tinh-than-cho-giao-vien'],
    ['xoá mù công nghệ', 'lop-hoc-xoa-mu-cong-nghe-cho-nguoi-cao-tuoi'],
  ],
  'đ typed as đ and as d': [
    ['gay do duong', 'hoc-sinh-lop-9-sang-che-gay-do-duong-cho-nguoi-khiem-thi'],
    ['de bien', 'trong-5-000-cay-chan-song-ven-de-bien-huyen-thu-nghiem'],
    ['dom dom', 'trai-he-sang-tao-ba-ngay-khong-dien-thoai-cua-60-em-nho'],
    ['đĩa mềm', 'tong-ket-nam-2023-xuong-dong-crlf'],
  ],
  'numbers, days, years': [
    ['cách mạng 4.0', 'lien-hiep-hoi-thai-binh-ky-ket-chuong-trinh-phoi-hop-voi-hiep-hoi-doanh-nghiep-tinh'],
    ['15/3/2016', 'trien-khai-nhiem-vu-cong-tac-nam-2016'],
    ['06/06/2017', 'ra-quan-thu-gom-rac-thai-nhua-ven-bai-trieu-thu-nghiem'],
    ['19/9', 'hoi-thao-khoa-hoc-ve-nuoi-ngao-ben-vung-tren-bai-trieu'],
    ['2020-2025', 'dai-hoi-dai-bieu-hoi-thuy-san-nhiem-ky-2020-2025'],
    ['5.000 cây', 'trong-5-000-cay-chan-song-ven-de-bien-huyen-thu-nghiem'],
    ['phân 16-8-12', 'doc-hieu-nhan-phan-bon-trong-nam-phut'],
    ['mưa 186 mm', 'ung-pho-voi-mua-lon-kinh-nghiem-tu-xa-minh-hoa'],
    ['chỉ tiêu năm 2026', 'muoi-chi-tieu-cong-tac-nam-2026-cua-lien-hiep-hoi'],
  ],
  'abbreviations, in capitals or not': [
    ['BCH họp trực tuyến', 'hop-truc-tuyen-ban-chap-hanh-lien-hiep-hoi-lan-thu-bay'],
    ['bch lhh lần thứ bảy', 'hop-truc-tuyen-ban-chap-hanh-lien-hiep-hoi-lan-thu-bay'],
    ['LHH tỉnh Thí Dụ', 'hop-tac-nghien-cuu-vung-cua-song'],
    ['LHH ký kết với đại học Mẫu', 'ky-ket-chuong-trinh-phoi-hop-giua-lien-hiep-hoi-va-truong-dai-hoc-mau'],
    ['liên hiệp các hội KH&KT biểu dương tập thể', 'tieu-de-dai-dung-160-ky-tu'],
    ['hiệp hội DN', 'lien-hiep-hoi-thai-binh-ky-ket-chuong-trinh-phoi-hop-voi-hiep-hoi-doanh-nghiep-tinh'],
    ['học sinh TP. Mẫu', 'ngay-hoi-khoa-hoc-vui-dau-nam-cua-hoc-sinh-thanh-pho-mau'],
    ['học sinh TP Mẫu', 'ngay-hoi-khoa-hoc-vui-dau-nam-cua-hoc-sinh-thanh-pho-mau'],
  ],
  'in quotation marks': [
    ['"con nước"', 'dai-hoi-dai-bieu-toan-canh-mot-nhiem-ky-bai-rat-dai'],
    ['“tổ mối”', 'kiem-tra-cong-tac-phong-chong-lut-bao-tai-tuyen-de-huu-song-vi-du'],
    ['«kỹ sư mùa hè»', 'gan-200-sinh-vien-tinh-nguyen-ve-xa-lam-ky-su-mua-he'],
    ['bê tông "xã Minh Họa"', 'giam-dinh-chat-luong-cong-trinh-ke-bao-ve-bo-song-vi-du'],
  ],
  'a pasted title, complete or nearly': [
    [
      'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Mẫu gặp mặt, biểu dương tập thể, cá nhân tiêu biểu trong phong trào thi đua sáng tạo tại huyện Ví Dụ hai năm vừa qua',
      'tieu-de-dai-dung-160-ky-tu',
    ],
    [
      'Liên hiệp hội & các hội thành viên: “Một giờ < nghìn việc” 🌾🚜 và chuyện tiết kiệm thời gian họp',
      'mot-gio-nghin-viec-chuyen-tiet-kiem-thoi-gian-hop',
    ],
    [
      'Liên hiệp Hội Thái Bình ký kết chương trình phối hợp với Hiệp hội Doanh nghiệp tỉnh',
      'lien-hiep-hoi-thai-binh-ky-ket-chuong-trinh-phoi-hop-voi-hiep-hoi-doanh-nghiep-tinh',
    ],
    ['Góp ý dự thảo đề án phát triển cây dược liệu giai đoạn 2017 - 2022', 'gop-y-de-an-phat-trien-cay-duoc-lieu'],
    ['phat hanh so tay canh tac vu xuan cho nong dan tinh mau', 'so-tay-canh-tac-vu-xuan-co-dau-bom'],
    [
      'Khởi động cuộc thi viết "Người làm khoa học quê tôi" - Liên hiệp hội tỉnh Mẫu',
      'khoi-dong-cuoc-thi-viet-nguoi-lam-khoa-hoc-que-toi',
    ],
  ],
  'one syllable': [
    ['ngao', 'hoi-thao-khoa-hoc-ve-nuoi-ngao-ben-vung-tren-bai-trieu'],
    ['tôm', 'nghiem-thu-de-tai-che-pham-vi-sinh-xu-ly-ao-nuoi-tom'],
    ['bèo', 'ket-qua-hoi-thi-sang-tao-ky-thuat-lan-thu-nam'],
    ['cúm', 'phan-biet-cum-thuong-voi-sot-do-muoi-dot-trong-mua-mua'],
    ['dược', 'gop-y-de-an-phat-trien-cay-duoc-lieu'],
    ['hồi', 'toa-dam-phuc-hoi-giong-hoi-ban-dia'],
  ],
  'words that are not adjacent': [
    ['máy cấy chạy điện', 'trao-giai-hoi-thi-sang-tao-ky-thuat-lan-thu-hai'],
    ['trạm đo mưa pin mặt trời', 'ban-giao-tram-quan-trac-mua-tu-dong'],
    ['bản đồ đất chua', 'ban-giao-ban-do-tho-nhuong-so-cho-bon-xa-huyen-thu-nghiem'],
    ['nuôi gà trấu', 'hoi-chan-nuoi-chuyen-giao-quy-trinh-nuoi-ga-tren-dem-lot-sinh-hoc'],
    ['máy bay gieo lúa', 'doan-chuyen-gia-khao-sat-canh-dong-khong-dau-chan'],
  ],
  'a complete question': [
    ['làm thế nào để trở thành hội viên', '/hoi-dap/lam-the-nao-de-tro-thanh-hoi-vien/'],
    ['gửi bài cộng tác ở đâu', '/hoi-dap/gui-bai-cong-tac-o-dau/'],
    ['nước giếng có mùi tanh phải làm sao', '/hoi-dap/nuoc-gieng-loc-roi-con-mui-tanh/'],
    ['học sinh có được dự thi không?', '/hoi-dap/hoc-sinh-co-duoc-du-thi-khong/'],
    ['trong sen nuoi ca', '/hoi-dap/xin-tai-lieu-trong-sen-nuoi-ca/'],
    ['tại sao nước giếng bị vàng', 'vi-sao-nuoc-gieng-co-mau-vang'],
    ['trồng rau nhà lưới hết bao nhiêu tiền', 'trong-rau-trong-nha-luoi-dau-tu-bao-nhieu-thi-vua'],
    ['khi nào phải đưa trẻ bị sốt đi khám', 'phan-biet-cum-thuong-voi-sot-do-muoi-dot-trong-mua-mua'],
  ],
  'the name of an author, an asker, an answerer or a person in the text': [
    ['tác giả Trần Thị Ví Dụ', 'gop-y-phuong-an-bao-ton-giong-lua-co-cua-tinh'],
    ['Bùi Văn Thí Dụ', '/hoi-dap/xin-tai-lieu-trong-sen-nuoi-ca/'],
    ['bac si Ngo Thi Minh Hoa', 'tap-huan-so-cuu-duoi-nuoc-cho-giao-vien-va-phu-huynh'],
    ['trả lời: Ban Tổ chức Hội thi', '/hoi-dap/hoc-sinh-co-duoc-du-thi-khong/'],
  ],
  'a tag, which ranks below a title': [
    ['nghiên cứu & phát triển', 'ket-qua-hoi-thi-sang-tao-ky-thuat-lan-thu-nam'],
    ['đê điều', 'hoi-thao-chuyen-doi-so-trong-quan-ly-de-dieu-va-thuy-loi'],
  ],
  'the title of an attachment': [
    ['kết luận giám định bản tóm tắt', 'giam-dinh-chat-luong-cong-trinh-ke-bao-ve-bo-song-vi-du'],
    ['phụ lục số liệu đo', 'giam-dinh-chat-luong-cong-trinh-ke-bao-ve-bo-song-vi-du'],
    ['tóm tắt tham luận hội thảo', 'hoi-thao-khoa-hoc-ve-nuoi-ngao-ben-vung-tren-bai-trieu'],
  ],
  'a static page': [
    ['giới thiệu', '/gioi-thieu/'],
    ['lien he', '/lien-he/'],
    ['giờ làm việc', '/lien-he/'],
    ['nghỉ thứ bảy chủ nhật', '/lien-he/'],
    ['chủ tịch hội cơ khí Đỗ Văn Ví Dụ', '/hoi-vien/'],
    ['địa chỉ văn phòng', '/lien-he/'],
    ['cơ cấu tổ chức', '/gioi-thieu/'],
  ],
  'all capitals': [
    ['VƯỜN THỰC VẬT HỌC ĐƯỜNG', 'khanh-thanh-vuon-thuc-vat-hoc-duong-tai-huyen-vi-du'],
    ['MỐC GIỚI ĐÊ', 'do-dac-lai-moc-gioi-hanh-lang-bao-ve-de-sau-muoi-nam'],
    ['DAY NGHE', 'phan-bien-du-thao-chuong-trinh-day-nghe-cho-lao-dong-nong-thon'],
  ],
  'punctuation between and after words': [
    ['phòng, chống lụt bão', 'kiem-tra-cong-tac-phong-chong-lut-bao-tai-tuyen-de-huu-song-vi-du'],
    ['xi phông', 'tuyen-duong-nha-giao-co-sang-kien-day-hoc-bang-thi-nghiem'],
    ['  trại hè   sáng tạo!!! ', 'trai-he-sang-tao-ba-ngay-khong-dien-thoai-cua-60-em-nho'],
    ['cấp nước sạch nông thôn…', 'phan-bien-quy-hoach-mang-luoi-cap-nuoc-sach-nong-thon'],
  ],
  'the newest of several equally good results': [
    ['hội thi sáng tạo kỹ thuật', 'ket-qua-hoi-thi-sang-tao-ky-thuat-lan-thu-nam'],
    ['gặp mặt đầu xuân', 'gap-mat-thay-thuoc-la-hoi-vien-nhan-dip-dau-xuan'],
    ['chuyển đổi số', 'ngay-chuyen-doi-so-tinh-mau-400-nguoi-dung-thu-dich-vu-moi'],
    ['ký kết', 'hop-tac-nghien-cuu-vung-cua-song'],
  ],
};

/** All queries of the groups; a slug without slashes names an article. */
export const searchQueries: readonly SearchQuery[] = Object.entries(groups).flatMap(([group, queries]) =>
  queries.map(([text, page]) => ({
    text,
    expectedAddress: page.startsWith('/') ? page : `/bai-viet/${page}/`,
    group,
  })),
);
