variable "memory" {
  type    = number
  default = 4096
}

locals {
  cpu = 512
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 4096
  container_definitions    = file("containers.json")
}

resource "aws_ecs_task_definition" "worker" {
  family                   = "worker"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "bridge"
  cpu                      = "300"
  memory                   = "512"
  container_definitions    = file("containers.json")
}

resource "aws_ecs_task_definition" "nothing_said" {
  family                   = "nothing"
  requires_compatibilities = ["EC2", "FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = file("containers.json")
}

resource "aws_ecs_task_definition" "by_default" {
  family                   = "default"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = local.cpu
  memory                   = var.memory * 2
  container_definitions    = file("containers.json")
}

resource "aws_ecs_service" "everywhere" {
  name                = "everywhere"
  launch_type         = "FARGATE"
  scheduling_strategy = "DAEMON"
  task_definition     = aws_ecs_task_definition.web.arn
}
