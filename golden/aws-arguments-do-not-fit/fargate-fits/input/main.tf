variable "cpu" {
  type = number
}

variable "memory" {
  type    = number
  default = null
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "1024"
  memory                   = 5 * 1024
  container_definitions    = file("containers.json")
}

resource "aws_ecs_task_definition" "in_words" {
  family                   = "words"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = ".5 vCPU"
  memory                   = "3 GB"
  container_definitions    = file("containers.json")
}

resource "aws_ecs_task_definition" "not_known" {
  family                   = "unknown"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  container_definitions    = file("containers.json")
}

resource "aws_ecs_task_definition" "on_instances" {
  family                   = "instances"
  requires_compatibilities = ["EC2"]
  cpu                      = 300
  memory                   = 300
  container_definitions    = file("containers.json")
}
