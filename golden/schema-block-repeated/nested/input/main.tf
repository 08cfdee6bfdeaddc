resource "aws_autoscaling_policy" "web" {
  name                   = "web"
  autoscaling_group_name = "web"
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = 40

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageNetworkIn"
    }
  }
}
