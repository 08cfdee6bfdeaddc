resource "aws_lb" "web" {
  name    = "web"
  subnets = var.subnet_ids
}

resource "aws_db_instance" "orders" {
  engine         = "postgres"
  instance_class = "db.m7g.large"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
}
