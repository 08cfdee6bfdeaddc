resource "aws_instance" "web" {
  ami           = var.ami
  instance_type = "t3.micro"
}

output "account" {
  value = data.aws_caller_identity.current.account_id
}
