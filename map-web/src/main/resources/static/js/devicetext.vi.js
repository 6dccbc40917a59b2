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
  newer_version: 'Đã có bản mới của trang này.',
  open_again: 'Mở lại trang',
};
