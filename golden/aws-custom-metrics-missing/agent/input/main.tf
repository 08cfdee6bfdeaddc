resource "aws_instance" "prod_web" {
  ami           = var.ami
  instance_type = "m7g.large"
  user_data     = <<-EOT
    dnf install -y amazon-cloudwatch-agent
  EOT
}
