// Words of the page of the own data, in Vietnamese.

export default {
  title: 'Dữ liệu của tôi',
  own_map: 'Bản đồ',
  own_report: 'Xin giúp đỡ',
  own_help: 'Xem, sửa hoặc xoá những gì hệ thống ghi về nhà mình. Cần mã do cán bộ thôn, xã đưa (dùng được 30 ngày) và số điện thoại đã khai. Không có mã hay điện thoại: nhờ cán bộ làm giúp.',
  own_code: 'Mã',
  own_look: 'Xem',
};
