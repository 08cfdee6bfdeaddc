locals {
  common_tags = {
    Team = "web"
  }
}

resource "aws_autoscaling_group" "web" {
  max_size            = 2
  min_size            = 1
  vpc_zone_identifier = ["subnet-0123456789abcdef0"]
  # The instances bear them too.
  tags = merge(local.common_tags, { Name = "web" })
}

resource "aws_autoscaling_group" "api" {
  max_size            = 2
  min_size            = 1
  vpc_zone_identifier = ["subnet-0123456789abcdef0"]

  tags = [
    {
      key                 = "Name"
      value               = "api"
      propagate_at_launch = true
    },
    {
      key                 = "Team"
      value               = "web"
      propagate_at_launch = false
    },
  ]
}

resource "aws_autoscaling_group" "jobs" {
  max_size            = 2
  min_size            = 1
  vpc_zone_identifier = ["subnet-0123456789abcdef0"]
  tags                = concat([], [])
}
