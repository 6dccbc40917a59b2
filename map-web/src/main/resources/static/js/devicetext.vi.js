// Words about what this device keeps; fetched only when there is something to say.
export default {
  unsent_waiting: '{n} việc chưa gửi. Máy tự gửi khi có mạng, không cần nhập lại.',
  unsent_refused: '{n} việc máy chủ không nhận.',
  unsent_sign_in: 'Cần đăng nhập lại thì mới gửi được.',
  unsent_all_sent: 'Đã gửi hết.',
  unsent_show: 'Xem việc chưa gửi',
  unsent_try: 'Gửi ngay',
  unsent_kept: 'ghi lúc {time}',
  unsent_drop: 'Bỏ, không gửi nữa',
  unsent_of: 'Làm dưới một tài khoản khác ({initials}). Chỉ gửi được khi chính tài khoản ấy đăng nhập lại trên máy này. Tài khoản đã đóng hoặc đổi tên thì không bao giờ gửi được.',
  unsent_sure: 'Việc này chưa ai nhận được. Bỏ là mất hẳn, không lấy lại được. Hãy hỏi người đã làm nếu được.',
  unsent_give_up: 'Bỏ hẳn',
  unsent_keep: 'Giữ lại',
  newer_version: 'Đã có bản mới của trang này.',
  open_again: 'Mở lại trang',
};
