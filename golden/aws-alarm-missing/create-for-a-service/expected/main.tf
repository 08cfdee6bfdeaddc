resource "aws_ecs_service" "api" {
  name            = "api"
  cluster         = "arn:aws:ecs:eu-west-1:111122223333:cluster/main"
  task_definition = "api:1"
  desired_count   = 2
}

resource "aws_cloudwatch_metric_alarm" "api_cpu" {
  alarm_name          = "api-cpu"
  alarm_description   = "The service is short of CPU"
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"

  dimensions = {
    ServiceName = aws_ecs_service.api.name
    ClusterName = reverse(split("/", aws_ecs_service.api.cluster))[0]
  }
}
