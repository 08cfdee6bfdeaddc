resource "aws_launch_configuration" "spot" {
  count         = 2
  image_id      = var.image_id
  instance_type = "t3.micro"
  spot_price    = "0.01"
}

resource "aws_launch_configuration" "plain" {
  image_id          = var.image_id
  instance_type     = "t3.micro"
  security_groups   = []
  enable_monitoring = false
}

variable "image_id" {
  type = string
}
