resource "aws_autoscaling_policy" "scale_up" {
  name                   = "scale-up"
  scaling_adjustment     = 2
  adjustment_type        = "ChangeInCapacity"
  cooldown               = 300
  autoscaling_group_name = "web"
}

resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/config"

  recording_group {
    all_supported = true
  }
}

resource "aws_config_delivery_channel" "main" {
  name           = "main"
  s3_bucket_name = "config-logs"
  depends_on     = [aws_config_configuration_recorder.main]

  # Everything is delivered daily.
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
