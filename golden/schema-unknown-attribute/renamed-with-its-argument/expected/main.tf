resource "aws_db_instance" "main" {
  identifier     = "main"
  instance_class = "db.t3.micro"
  db_name        = "app"
}

resource "aws_api_gateway_deployment" "main" {
  rest_api_id = "abcdef1234"
}

output "database" {
  value = aws_db_instance.main.db_name
}

output "url" {
  value = aws_api_gateway_deployment.main.invoke_url
}
