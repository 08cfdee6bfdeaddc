locals {
  servers = 4
}

resource "aws_autoscaling_group" "web" {
  min_size            = local.servers
  max_size            = local.servers
  vpc_zone_identifier = var.subnet_ids
}

resource "aws_appautoscaling_target" "api" {
  min_capacity       = 2
  max_capacity       = 2
  resource_id        = "service/main/api"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}
