variable "target_group_arn" {
  type = string
}

variable "cluster" {
  type = string
}

variable "task" {
  type = string
}

resource "aws_ecs_service" "main" {
  name            = "main"
  cluster         = var.cluster
  task_definition = var.task
  desired_count   = 2

  load_balancer {
    target_group_arn = var.target_group_arn
    container_name   = "main"
    container_port   = 8080
  }
}

data "aws_ecs_cluster" "main" {
  cluster_name = var.cluster
}
