// Words of the ledger's page.

export const WORDS = {
  check: { vi: 'Kiểm tra lại cả chuỗi', en: 'Check the whole chain again' },
  checking: { vi: 'Đang kiểm tra… {n}', en: 'Checking… {n}' },
  good: { vi: 'Đúng: {n} dòng, không dòng nào bị sửa.', en: 'All good: {n} entries, none was changed.' },
  missing: { vi: 'Sai từ dòng {n}: thiếu dòng này.', en: 'Wrong from entry {n}: it is missing.' },
  unlinked: { vi: 'Sai từ dòng {n}: không nối với dòng trước.', en: 'Wrong from entry {n}: it does not follow the one before.' },
  changed: { vi: 'Sai từ dòng {n}: nội dung đã bị sửa.', en: 'Wrong from entry {n}: it was changed.' },
  rewritten: { vi: 'Sai từ dòng {n}: khác với lần kiểm tra trước, sổ đã bị viết lại.', en: 'Wrong from entry {n}: not what you checked last time, the ledger was rewritten.' },
  cut: { vi: 'Sai từ dòng {n}: sổ ngắn hơn lần kiểm tra trước, đã bị cắt bớt.', en: 'Wrong from entry {n}: shorter than what you checked last time, the ledger was cut.' },
  unanswered: { vi: 'Máy chủ không trả lời; hãy thử lại.', en: 'The server does not answer; try again.' },
  insecure: { vi: 'Trình duyệt chỉ kiểm tra được qua HTTPS. Có thể dùng ./relief ledger verify.', en: 'Browsers check this over HTTPS only. There is also ./relief ledger verify.' },
  newest: { vi: 'Dòng mới nhất', en: 'Newest entries' },
  days: { vi: 'Mã băm cuối ngày', en: 'Last hash of each day' },
};

/** What an entry tells beside its goods. */
export const FACTS = {
  call: { vi: 'lời gọi', en: 'call' },
  campaign: { vi: 'đợt vận động', en: 'campaign' },
  claim: { vi: 'lượt nhận chuyến', en: 'claim' },
  delivery: { vi: 'lần giao', en: 'delivery' },
  handed_over_at: { vi: 'giao lúc', en: 'handed over at' },
  amount_vnd: { vi: 'số tiền (đồng)', en: 'amount (VND)' },
  goal_vnd: { vi: 'mục tiêu (đồng)', en: 'goal (VND)' },
};

/** What happened, by the kind of the entry. */
export const KINDS = {
  confirmed: { vi: 'Phản ánh được xác nhận', en: 'Report confirmed' },
  unconfirmed: { vi: 'Rút xác nhận phản ánh', en: 'Confirmation taken back' },
  homes_merged: { vi: 'Gộp hai hộ trùng', en: 'Two households merged' },
  homes_parted: { vi: 'Tách hai hộ đã gộp', en: 'Merged households parted' },
  pledged: { vi: 'Đăng ký ủng hộ', en: 'Pledged' },
  pledge_withdrawn: { vi: 'Rút đăng ký ủng hộ', en: 'Pledge withdrawn' },
  pledge_expired: { vi: 'Đăng ký ủng hộ hết hạn', en: 'Pledge expired' },
  claim_withdrawn: { vi: 'Trả lại chuyến', en: 'Given back by a team' },
  claim_expired: { vi: 'Nhận chuyến hết hạn', en: 'Claim expired' },
  campaign_opened: { vi: 'Mở đợt vận động', en: 'Campaign opened' },
  cash_recorded: { vi: 'Ghi nhận tiền', en: 'Cash recorded' },
  delivered: { vi: 'Đội báo đã giao', en: 'Handed over, says the team' },
  received: { vi: 'Người nhận xác nhận', en: 'Received, says the recipient' },
  denied: { vi: 'Người nhận báo chưa nhận', en: 'Not received, says the recipient' },
  stock_in: { vi: 'Nhập kho', en: 'Into a depot' },
  stock_out: { vi: 'Xuất kho', en: 'Out of a depot' },
  stock_returned: { vi: 'Trả lại kho', en: 'Returned to a depot' },
  stock_counted: { vi: 'Kiểm kê', en: 'Counted in a depot' },
  claimed: { vi: 'Nhận chuyến', en: 'Taken on by a team' },
  sos_opened: { vi: 'Có lời kêu cứu', en: 'A cry for help' },
  sos_sent: { vi: 'Đã hỏi đội cứu hộ', en: 'A crew was asked' },
  sos_no_answer: { vi: 'Đội không trả lời', en: 'The crew did not answer' },
  sos_nobody_near: { vi: 'Chưa có đội tới được', en: 'No crew can come' },
  sos_acknowledged: { vi: 'Đội đã nhận lời kêu cứu', en: 'A crew has taken the call' },
  sos_passed_on: { vi: 'Đội chuyển tiếp', en: 'Passed on by the crew' },
  sos_on_the_way: { vi: 'Đội đang tới', en: 'The crew is on its way' },
  sos_overdue: { vi: 'Đội quá giờ', en: 'The crew is overdue' },
  sos_reached: { vi: 'Đội đã tới nơi', en: 'The crew is there' },
  sos_not_found: { vi: 'Không tìm thấy người gọi', en: 'The caller was not found' },
  sos_false_alarm: { vi: 'Báo nhầm', en: 'False alarm' },
  sos_caller_took_back: { vi: 'Người gọi báo đã ổn', en: 'The caller says all is well' },
};
