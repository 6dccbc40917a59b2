// Words of the page of those who verify, in Vietnamese.

export default {
  title: 'Xác minh', skip: 'Tới tin chờ', disaster: 'Đợt thiên tai', sign_in_first: 'Hãy đăng nhập bằng tài khoản cán bộ để thấy các phản ánh của đơn vị mình.',
  not_yours: 'Trang này dành cho cán bộ xác minh. Tài khoản của bạn có vai trò khác.', show: 'Xem', shown_waiting: 'Chờ xác minh', shown_confirmed: 'Đã xác nhận',
  shown_rejected: 'Đã bác bỏ', shown_duplicate: 'Đã gộp', n_waiting: '{count} tin', queue_empty: 'Hết tin ở mục này.', more: 'Xem thêm', unit_unknown: 'Chưa rõ xã',
  kind_need: 'Cần giúp', kind_sos: 'Kêu cứu', kind_safe: 'Báo an toàn', pressing_sos: 'Kêu cứu', pressing_critical: 'Nguy cấp', pressing_high: 'Gấp', pressing_normal: 'Cần',
  silent: 'tin đầu trong ngày', suspected: 'xem kỹ', reading: 'Đang đọc…', choose_one: 'Chọn một tin bên trái.', back: '← Danh sách', sent_at: 'gửi {time}',
  state_open: 'chờ xác minh', state_need_more: 'cần tìm hiểu thêm', state_confirmed: 'đã xác nhận', state_rejected: 'đã bác bỏ', state_duplicate: 'đã gộp',
  as_sent: 'Nguyên văn, không sửa được', no_words: '(không viết gì)', who: 'Họ tên', on_behalf: 'báo hộ người khác', phone: 'Điện thoại', show_phone: 'hiện số', is_logged: '(ghi sổ)',
  unknown: 'chưa rõ', place: 'Vĩ độ · kinh độ', place_unknown: 'chưa rõ; bấm vào bản đồ để đặt', approximate: 'gần đúng', place_words: 'Chỉ đường', people: 'Số người', asks: 'Cần gì', nothing: 'không ghi',
  n_vulnerable: '{n} người già yếu, trẻ nhỏ', no_candidates: 'Không có hộ hay tin nào giống.', compare: 'Có thể trùng: so từng dòng, chỗ khác được tô', this_one: 'A · tin này', alike: 'giống {n} %',
  of_household: 'hộ trong danh sách', of_report_open: 'tin đang chờ', of_report_need_more: 'tin cần tìm hiểu thêm', of_report_confirmed: 'tin đã xác nhận', of_report_rejected: 'tin đã bác bỏ', of_report_duplicate: 'tin đã gộp',
  closed: 'đơn vị khác', said: 'Lời kể', agrees: 'Giống ở', differs: 'Khác ở', evidence: 'Căn cứ', evidence_visited: 'đã đến nơi', evidence_phoned: 'đã gọi', evidence_known: 'quen biết',
  evidence_photo: 'có ảnh', evidence_neighbour: 'hàng xóm', evidence_team: 'đội cứu trợ', evidence_list: 'có trong danh sách', vulnerable: 'Yếu thế', by_ration: 'định mức', another_home: 'Là hộ khác, không trùng với hộ nào ở trên',
  same_household: 'Chính là hộ số {n}', reason: 'Lý do, ghi chú', confirm: 'Xác nhận cần', merge: 'Gộp vào {n}', call_later: 'Gọi lại sau', reject: 'Không đúng', hand_to: 'Chuyển cho mã đơn vị', hand: 'Chuyển', take_back: 'Rút lại quyết định',
  reason_first: 'Hãy ghi lý do trước.', undo: 'Hoàn tác', undone_at_once: 'hoàn tác ngay', did_confirmed: 'Đã xác nhận', did_rejected: 'Đã bác bỏ', did_duplicate: 'Đã gộp', did_need_more: 'Để tìm hiểu thêm', did_handed_over: 'Đã chuyển', did_undone: 'Đã rút lại',
};
