resource "aws_autoscaling_policy" "scale_up" {
  name                   = "scale-up"
  scaling_adjustment     = 2
  adjustment_type        = "ChangeInCapacity"
  cooldown               = 300
  autoscaling_group_name = "web"

  # Billing needs these
  tags = merge(local.common_tags, {
    Name = "scale-up"
  })
}

resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/config"
  tags     = local.common_tags # see locals

  recording_group {
    all_supported = true
  }
}

resource "aws_config_delivery_channel" "main" {
  name           = "main"
  s3_bucket_name = "config-logs"
  depends_on     = [aws_config_configuration_recorder.main]

  # Everything is delivered daily.

  tags = local.common_tags
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
  tags = local.common_tags
}

locals {
  common_tags = {
    Team = "web"
  }
}
