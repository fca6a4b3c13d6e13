dynamodb-summary = DynamoDB 테이블: 질문마다 어떤 길로 읽고, 얼마를 읽고, 얼마가 드는지

dynamodb-e-op = { $op } 연산은 없습니다. 쓸 수 있는 것은 run뿐입니다
dynamodb-e-request = 요청에는 op, table, operations가 있어야 하고, 각 연산에는 op와 request가 있어야 합니다
dynamodb-e-table = 테이블을 만들 수 없습니다: { $why }
dynamodb-e-operation = { $name } 연산은 없습니다. 쓸 수 있는 것: { $known }
dynamodb-e-too-much = 한 요청에서 읽을 수 있는 양을 넘었습니다
