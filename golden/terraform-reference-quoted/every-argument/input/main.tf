resource "aws_instance" "web" {
  provider      = "aws.replica"
  ami           = var.ami
  instance_type = "t3.micro"

  depends_on = [
    "aws_iam_role_policy.web", # its permissions
    aws_internet_gateway.main,
    "data.aws_ami.ubuntu",
    "module.network",
  ]

  lifecycle {
    ignore_changes = ["ami", "tags", "root_block_device.0.volume_size"]
  }
}
