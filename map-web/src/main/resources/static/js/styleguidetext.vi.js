// Words of the style guide, Vietnamese.

export default {
  title: 'Bảng mẫu giao diện', guide_dark: 'Nền tối', guide_grey: 'Như bản in đen trắng',
  guide_colours: 'Màu', guide_colours_help: 'Màu chỉ dùng cho nước, mức gấp, đường bị chặn và một việc chính. Số: độ tương phản với nền giấy; chữ cần 4,5, viền và ký hiệu cần 3.',
  guide_water: 'Thang nước', guide_water_help: 'Càng sâu càng đậm (trên nền tối: càng sáng), nên vẫn đọc được khi in đen trắng và khi không phân biệt đỏ, lục.',
  guide_eyes_all: 'Như trên màn hình', guide_eyes_no_red: 'Không thấy đỏ', guide_eyes_no_green: 'Không thấy lục', guide_eyes_grey: 'In đen trắng',
  guide_type: 'Chữ', guide_type_help: 'Một phông có đủ dấu tiếng Việt; số đứng thẳng cột.', guide_sample: 'Xã Ái Tử còn thiếu nước sạch, lũ đang lên nhanh',
  guide_buttons: 'Nút', guide_buttons_help: 'Mỗi nơi chỉ một nút xanh. Viền vàng đen cho biết bàn phím đang ở đâu.',
  guide_primary: 'Việc chính', guide_other: 'Việc khác', guide_pressed: 'Đang bật', guide_disabled: 'Chưa được', guide_symbol_button: 'Nút ký hiệu', guide_plain: 'Nút chữ',
  guide_forms: 'Biểu mẫu', guide_forms_help: 'Nhãn đứng cạnh ô; lỗi nói sai gì và cần gì.', guide_field: 'Xã', guide_wrong_field: 'Số lượng', guide_error: 'Số lượng phải là số, ví dụ 120.',
  guide_table: 'Bảng và thanh', guide_table_help: 'Đen: còn thiếu. Gạch: đang đến. Trống: đã nhận.',
  guide_tags: 'Thẻ trên bản đồ', guide_tags_help: 'Mức gấp có màu và có hình; sáu ô là sáu nhóm hàng.',
  guide_symbols: 'Ký hiệu', guide_symbols_help: 'Vẽ ngay trong trang, theo màu chữ; luôn có chữ đi cùng.',
  guide_unknown: 'Chưa rõ', guide_messages: 'Lời báo', guide_messages_help: 'Nói điều đã xảy ra và việc cần làm.', guide_warning: 'Mất mạng. Đang xem dữ liệu lúc 14:22.',
};
