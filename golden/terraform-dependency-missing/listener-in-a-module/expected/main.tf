module "balancer" {
  source     = "./balancer"
  subnet_ids = var.subnet_ids
  vpc_id     = var.vpc_id
}

resource "aws_ecs_service" "shop" {
  name            = "shop"
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
