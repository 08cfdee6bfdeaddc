resource "aws_instance" "prod_web" {
  ami                  = var.ami
  instance_type        = "m7g.large"
  iam_instance_profile = var.instance_profile
}
