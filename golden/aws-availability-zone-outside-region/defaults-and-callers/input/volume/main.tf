variable "zone" {
  type = string
}

resource "aws_ebs_volume" "told" {
  availability_zone = var.zone
  size              = 20
}
