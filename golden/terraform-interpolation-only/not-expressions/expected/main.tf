resource "aws_instance" "web" {
  ami           = var.ami
  instance_type = "t3.micro"

  user_data = templatefile("${path.module}/init.tpl", { name = var.name }) # both kinds

  lifecycle {
    ignore_changes = [ami]
  }
}
