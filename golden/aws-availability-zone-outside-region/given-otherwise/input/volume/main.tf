variable "location" {
  type = string
}

resource "aws_ebs_volume" "told" {
  availability_zone = var.location
  size              = 20
}
