module "web" {
  source = "./web"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
}

module "orders_alarms" {
  source        = "git::https://example.com/modules/alarms.git"
  function_name = aws_lambda_function.orders.function_name
}
