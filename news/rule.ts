/** The level of a rule, and whether an editor may suppress its findings. */
interface Rule {
  /** An error stops the build; a warning does not. */
  readonly level: 'error' | 'warning';
  /** The rule as the editors' guide states it. */
  readonly heading: string;
  /** False where the item could not be published as intended. */
  readonly suppressible: boolean;
}

const error = (heading: string): Rule => ({ level: 'error', heading, suppressible: false });
const warning = (heading: string): Rule => ({ level: 'warning', heading, suppressible: true });

/** All rules for content/, by the name in messages and suppressions. */
export const rules = {
  'ma-hoa': error('Tệp phải là chữ UTF-8'),
  'xung-dot': error('Không để dấu của git ở chỗ hai người cùng sửa'),
  'chu-hong': error('Chữ trong tệp còn nguyên, không có dấu �'),
  'ky-tu-la': error('Trong tệp không có ký tự điều khiển'),
  'dang-noi-dung': error('Nội dung ở đúng dạng mà chương trình đọc'),
  'thieu-tep': error('Các tệp danh sách của trang phải có đủ'),
  'tep-la': error('Tệp để đúng thư mục mới được đăng'),
  'phan-dau': error('Phần đầu bài nằm giữa hai dòng ---'),
  'dau-hai-cham': error('Chữ có dấu hai chấm đặt trong ngoặc kép'),
  'dau-thang': error('Chữ có dấu # đặt trong ngoặc kép'),
  'phim-tab': error('Thụt đầu dòng bằng dấu cách, không bằng phím Tab'),
  'ngoac-chua-dong': error('Ngoặc đã mở thì phải đóng'),
  'viet-sai-dang': error('Mỗi dòng phần đầu bài là “tên: nội dung”'),
  'muc-lap': error('Mỗi mục chỉ viết một lần'),
  'muc-la': error('Chỉ dùng những mục có trong bảng'),
  'thieu-muc': error('Các mục bắt buộc phải có và không để trống'),
  'gia-tri': error('Mỗi mục nhận đúng loại nội dung của nó'),
  ngay: error('Ngày phải có thật và viết năm-tháng-ngày'),
  'thu-tu-ngay': error('Ngày sau không đứng trước ngày trước'),
  'chua-toi': error('Ngày cập nhật là ngày đã sửa bài, không phải ngày chưa tới'),
  'di-doi': error('Có mục này thì phải có mục kia'),
  'ten-la': error('Tác giả, chuyên mục, loại văn bản phải có trong danh sách'),
  'mau-nhat': error('Chữ màu của trang phải đọc được trên nền trang'),
  'loi-dan': error('Bài phải có lời dẫn'),
  'ten-tep': error('Tên tệp phải có chữ để làm địa chỉ'),
  anh: error('Ảnh nhắc tới phải nằm cạnh bài và mở được'),
  'hoa-thuong': warning('Tên tệp viết trong bài giống tệp thật, cả chữ hoa, chữ thường'),
  'mo-ta-anh': error('Ảnh phải có mô tả nói trong ảnh có gì'),
  'khoi-anh': error('Khối ::: có tên dùng được, chỉ chứa ảnh và đóng bằng một dòng :::'),
  video: error('Video có tệp hoặc địa chỉ, và một ảnh xem trước'),
  'tep-dinh-kem': error('Tệp đính kèm phải nằm cạnh bài'),
  'ruot-tep': warning('Ảnh và tệp cho tải về còn nguyên, đúng loại như tên của nó'),
  'anh-dong': warning('Ảnh động chỉ hiện hình đầu tiên'),
  'anh-nang': warning('Ảnh không nặng quá 8 MB'),
  'noi-chup': warning('Ảnh không ghi nơi chụp (vị trí GPS)'),
  'tep-khong-dung': warning('Tệp nào trong content/ cũng được một bài dùng tới'),
  'lien-ket': error('Liên kết trong trang phải dẫn tới nơi có thật'),
  'lien-ket-giau': error('Liên kết ra ngoài phải hiện ra cho người đọc'),
  html: error('Thân bài viết bằng Markdown; chỉ vài thẻ HTML dùng được'),
  'long-sau': error('Danh sách và trích dẫn không lồng nhau quá sâu'),
  'chu-thich': error('Mỗi số chú thích chỉ của một chú thích'),
  'mat-chu': warning('Mọi chữ của bài đều in ra'),
  markdown: warning('Dấu Markdown không thành gì thì in ra như chữ thường'),
  'de-muc': warning('Đề mục đi từng cấp: ## rồi mới tới ###'),
  'dau-dong': warning('Sau dấu đầu dòng (##, -, 1.) có một dấu cách'),
  'thut-dong': warning('Chỉ thụt đầu dòng để xếp mục con dưới mục mẹ'),
  'chu-dam': warning('Dấu ** kẹp sát chữ đậm'),
  'dau-nhan': warning('Dấu nhân viết là ×'),
  bang: warning('Bảng có dòng |---|---| và không có dòng trống ở giữa'),
  'dia-chi-viet': warning('Liên kết viết là [chữ](địa-chỉ), ảnh là ![mô tả](ten-anh.jpg)'),
  'the-thua': warning('Thẻ và thuộc tính của Word, Google Docs không in ra'),
  'ghi-chu': warning('Ghi chú <!-- … --> không in ra'),
  'xuong-dong': warning('Xuống dòng một lần thì các dòng vẫn in liền nhau'),
  'dia-chi': error('Mỗi địa chỉ chỉ của một tệp'),
  'ma-bai': error('Mỗi mã bài (id) chỉ của một bài'),
  'dia-chi-cu': error('Địa chỉ cũ chỉ dẫn về một bài, và không đè lên trang đang có'),
  'dia-chi-cu-nhieu': warning('Số địa chỉ cũ không vượt số mà nơi đặt trang nhận'),
  'dia-chi-mat': error('Địa chỉ đã đăng không được biến mất'),
  'tra-loi': error('Câu trả lời có người trả lời và ngày trả lời'),
  'thay-the': error('Văn bản thay thế phải có ở đây, và không thay vòng quanh'),
  'cho-phep': error('Ghi chú “cho phép” phải gọi đúng tên quy tắc'),
  'cho-phep-thua': warning('Ghi chú “cho phép” không còn cần thì xóa đi'),
  'dong-gach': warning('Phần đầu bài chỉ có một, ở ngay đầu tệp, giữa hai dòng ---'),
  'ten-muc': warning('Tên mục viết đúng như trong bảng'),
  'muc-trong': warning('Mục không dùng tới thì xóa cả dòng'),
  'ban-nhap': warning('Bản nháp ghi là draft: true'),
  'hai-cham': warning('Dòng có dấu hai chấm trong chữ được đọc như đặt trong ngoặc kép'),
  'ngoac-kep': warning('Ngoặc kép của phần đầu bài là ngoặc thẳng'),
  'dau-cheo': warning('Chữ có dấu \\ đặt trong ngoặc đơn'),
  'the-thang': warning('Các thẻ là một danh sách, viết không có dấu #'),
  'khoang-gio': warning('Mỗi mục ngày giờ là một lúc, không phải một khoảng giờ'),
  'chu-tron': warning('Tiêu đề, lời dẫn, mô tả ảnh chỉ là chữ, không có dấu Markdown hay thẻ HTML'),
  bom: warning('Tệp không có dấu BOM ở đầu'),
  nfd: warning('Chữ có dấu gõ ở dạng dựng sẵn'),
  'bang-ma': warning('Chữ là Unicode, không phải TCVN3 hay VNI'),
  'ky-tu-an': warning('Giữa chữ không có ký tự không ai thấy'),
  'loi-word': warning('Không đăng câu báo lỗi của Word'),
  'dat-ten': warning('Tên tệp gồm ngày và chữ thường không dấu'),
  'ngay-ten-tep': warning('Ngày ở tên tệp nên giống ngày của bài'),
  'thieu-ma': warning('Bài đã đăng phải ghi mã bài (id)'),
  'dia-chi-bo': warning('Địa chỉ mới đăng chưa tới một ngày thì bỏ được'),
  'lien-ket-an': warning('Liên kết tới bài chưa đăng hoặc đã gỡ in ra như chữ thường'),
  'am-tiet': warning('Chữ phải là âm tiết tiếng Việt'),
  'cach-chu': warning('Dấu câu và khoảng trắng đặt đúng chỗ'),
  'chu-hoa': warning('Không viết cả câu bằng chữ hoa'),
  'tieu-de-dai': warning('Tiêu đề không quá 120 ký tự'),
  'trung-bai': warning('Không đăng hai lần một bài'),
  'trung-so': warning('Trong một năm, mỗi số, ký hiệu của một cơ quan chỉ của một văn bản'),
  'du-lieu-rieng': warning('Không đưa dữ liệu cá nhân lên trang'),
  'co-bac': warning('Không đăng lời quảng cáo cờ bạc'),
  'ban-tin': warning('Quy định của tổ chức cấp trên với tin gửi đăng'),
  'trung-ten': error('Trong một danh sách, mỗi tên và mỗi địa chỉ chỉ ghi một lần'),
  'so-lieu': error('Số liệu của máy đếm giữ nguyên như máy đã ghi'),
  'mau-chua-ro': warning('Chữ màu của trang nên rõ với cả người mắt kém'),
  'ten-mien': warning('Tên miền của liên kết ra ngoài phải được ghi trong domains.yaml'),
  the: warning('Địa chỉ của thẻ phải được ghi trong tags.yaml'),
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** Whether a word is the name of a rule. */
export function isRuleName(word: string): word is RuleName {
  return Object.hasOwn(rules, word);
}

/** What is wrong and how to correct it, in Vietnamese, and the rule that says so. */
export interface Problem {
  readonly rule: RuleName;
  readonly wrong: string;
  readonly remedy: string;
}

/** A problem as one line, "what is wrong · how to correct it [rule]", which a schema gives as the message of an issue. */
export function ruleMessage(rule: RuleName, wrong: string, remedy: string): string {
  return `${wrong} · ${remedy} [${rule}]`;
}

/** The problem in the message of an issue; undefined for the default message of a schema. */
export function parseRuleMessage(message: string): Problem | undefined {
  const bracket = message.lastIndexOf(' [');
  const rule = message.slice(bracket + 2, -1);
  // Only the part before the last " · " quotes what an editor wrote, which may contain another one.
  const separator = message.lastIndexOf(' · ', bracket);
  if (bracket < 0 || separator < 0 || !message.endsWith(']') || !isRuleName(rule)) return undefined;
  return { rule, wrong: message.slice(0, separator), remedy: message.slice(separator + 3, bracket) };
}
