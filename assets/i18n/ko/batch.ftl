batch-io = 요청을 읽지 못했습니다
batch-json = JSON이 아닌 줄입니다: { $why }
batch-long = 줄이 { $limit }MB보다 깁니다
batch-object = 한 줄은 "id"와 "{ $field }" 필드가 있는 객체여야 합니다
batch-utf8 = UTF-8이 아닌 줄입니다
