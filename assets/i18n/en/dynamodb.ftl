dynamodb-summary = A DynamoDB table: which way each question goes, what it reads and costs

dynamodb-e-op = there is no operation { $op }; the only one is run
dynamodb-e-request = a request has op, table and operations, each operation an op and a request
dynamodb-e-table = the table cannot be made: { $why }
dynamodb-e-operation = there is no operation { $name }; known are { $known }
dynamodb-e-too-much = the operations read more than is done in one request
