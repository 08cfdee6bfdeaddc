resource "aws_db_instance" "main" {
  instance_class         = "db.t3.micro"
  allocated_storage      = "twenty"
  vpc_security_group_ids = "sg-0123456789abcdef0,sg-0fedcba9876543210"
  tags                   = ["web"]
}

resource "aws_lambda_function" "hello" {
  function_name = "hello"
  role          = { name = "hello" }
  memory_size   = true
  layers        = [["arn:aws:lambda:us-east-2:111122223333:layer:hello:1"]]
}
