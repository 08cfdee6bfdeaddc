resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-1"]

  launch_template {
    id = "lt-1"
  }
}
