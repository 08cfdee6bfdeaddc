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
  dynamic "tag" {
    for_each = merge(local.common_tags, { Name = "web" })

    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}

resource "aws_autoscaling_group" "api" {
  max_size            = 2
  min_size            = 1
  vpc_zone_identifier = ["subnet-0123456789abcdef0"]

  tag {
    key                 = "Name"
    value               = "api"
    propagate_at_launch = true
  }

  tag {
    key                 = "Team"
    value               = "web"
    propagate_at_launch = false
  }
}

resource "aws_autoscaling_group" "jobs" {
  max_size            = 2
  min_size            = 1
  vpc_zone_identifier = ["subnet-0123456789abcdef0"]
  tags                = concat([], [])
}
