data "aws_region" "current" {}

resource "aws_autoscaling_attachment" "web" {
  autoscaling_group_name = "web-${data.aws_region.current.name}"
  alb_target_group_arn   = var.target_group
}

variable "target_group" {
  type = string
}
