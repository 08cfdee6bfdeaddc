# It was made long ago, elsewhere.
data "aws_launch_configuration" "old" {
  name = "old"
}

resource "aws_autoscaling_group" "old" {
  launch_configuration = data.aws_launch_configuration.old.name
  vpc_zone_identifier  = var.subnet_ids
  min_size             = 1
  max_size             = 3
}

variable "subnet_ids" {
  type = list(string)
}
