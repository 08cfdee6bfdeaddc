# Traps: each of these depends on the listener in some way, or the module on it.
module "balancer" {
  source     = "./balancer"
  subnet_ids = var.subnet_ids
  vpc_id     = var.vpc_id
}

module "circle" {
  source     = "./balancer"
  subnet_ids = var.subnet_ids
  vpc_id     = var.vpc_id
  cluster    = aws_ecs_service.circle.cluster
}

resource "terraform_data" "listener" {
  input = module.balancer.listener_arn
}

resource "aws_ecs_service" "whole" {
  name            = "whole"
  cluster         = var.cluster
  task_definition = var.task
  desired_count   = 2

  load_balancer {
    target_group_arn = module.balancer.target_group_arn
    container_name   = "shop"
    container_port   = 8080
  }

  depends_on = [module.balancer]
}

resource "aws_ecs_service" "ready" {
  name            = "ready"
  cluster         = var.cluster
  task_definition = var.task
  desired_count   = 2

  load_balancer {
    target_group_arn = module.balancer.ready_target_group_arn
    container_name   = "shop"
    container_port   = 8080
  }
}

resource "aws_ecs_service" "by_the_way" {
  name            = "by_the_way"
  cluster         = var.cluster
  task_definition = var.task
  desired_count   = 2

  load_balancer {
    target_group_arn = module.balancer.target_group_arn
    container_name   = "shop"
    container_port   = 8080
  }

  depends_on = [terraform_data.listener]
}

resource "aws_ecs_service" "circle" {
  name            = "circle"
  cluster         = var.cluster
  task_definition = var.task
  desired_count   = 2

  load_balancer {
    target_group_arn = module.circle.target_group_arn
    container_name   = "shop"
    container_port   = 8080
  }
}

variable "subnet_ids" {
  type = list(string)
}

variable "vpc_id" {
  type = string
}

variable "cluster" {
  type = string
}

variable "task" {
  type = string
}
