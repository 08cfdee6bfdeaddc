resource "aws_autoscaling_policy" "scale_up" {
  name                   = "scale-up"
  autoscaling_group_name = "web"
  tags                   = { Team = "web" }
}
