// Words of the administrator's page, in Vietnamese.

export default {
  title: 'Tài khoản', acc_map: 'Bản đồ', acc_not_yours: 'Trang này dành cho người quản trị.',
  acc_code_for: 'Mã một lần của {name}, chỉ hiện lần này:', acc_code_how: 'Đọc cho chủ tài khoản khi nhận ra giọng người đó. Dùng tới {time} tại {address} để đặt mật khẩu.',
  acc_identities: 'Đăng nhập chung', acc_identities_help: 'Ai đã đăng nhập ở nơi khác mà chưa gắn với tài khoản nào đứng trước. Chỉ gắn khi biết chắc là người đó.',
  acc_who: 'Ai', acc_asked: 'Lần cuối', acc_whose: 'Là tài khoản', acc_whose_is: '{name} là tài khoản nào', acc_nobody: '(chưa gắn)', acc_nameless: '(không có tên)', acc_verified: 'thư đã xác minh', acc_unverified: 'thư chưa xác minh',
  acc_tie: 'Gắn', acc_forget: 'Bỏ', acc_did_tie: 'Đã gắn.', acc_did_forget: 'Đã bỏ; các phiên của tài khoản đó đã kết thúc.',
  acc_add: 'Thêm tài khoản', acc_name: 'Tên', acc_role: 'Vai trò', acc_units: 'Địa bàn', acc_units_form: 'mã, cách nhau bằng dấu phẩy', acc_make: 'Thêm và lấy mã', acc_all: '{n} tài khoản', acc_find: 'Tìm tên, mã địa bàn',
  acc_way_in: 'Vào bằng', acc_acts: 'Việc', acc_has_password: 'mật khẩu', acc_expected: 'chờ thư {email}', acc_no_way: 'chưa đặt mật khẩu', acc_closed_at: 'đã đóng {time}',
  acc_code: 'Mã mới', acc_change_units: 'Sửa địa bàn', acc_save: 'Lưu', acc_did_change: 'Đã sửa địa bàn.', acc_close: 'Đóng', acc_close_yes: 'Đóng hẳn', acc_back: 'Thôi', acc_did_close: 'Đã đóng; phiên và mã truy cập của tài khoản đã hết hiệu lực.',
  role_officer: 'cán bộ xác minh', role_coordinator: 'điều phối', role_team: 'đội cứu trợ', role_donor: 'người ủng hộ', role_resident: 'người dân', role_display: 'màn hình', role_administrator: 'quản trị',
};
