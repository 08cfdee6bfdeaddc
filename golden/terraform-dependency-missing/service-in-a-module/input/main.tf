module "balancer" {
  source     = "./balancer"
  subnet_ids = var.subnet_ids
  vpc_id     = var.vpc_id
}

resource "aws_lb_target_group" "own" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = var.vpc_id
}

resource "aws_lb_listener" "own" {
  load_balancer_arn = var.balancer_arn
  port              = 8080
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.own.arn
  }
}

module "beside" {
  source           = "./service"
  target_group_arn = aws_lb_target_group.own.arn
  cluster          = var.cluster
  task             = var.task
}

module "after_call" {
  source           = "./service"
  target_group_arn = module.balancer.target_group_arn
  cluster          = var.cluster
  task             = var.task
}

# It reads data, which must not wait for an apply.
module "looking" {
  source           = "./looking"
  target_group_arn = aws_lb_target_group.own.arn
  cluster          = var.cluster
  task             = var.task
}

# A trap: it depends on the listener already.
module "in_order" {
  source           = "./service"
  target_group_arn = aws_lb_target_group.own.arn
  cluster          = var.cluster
  task             = var.task

  depends_on = [aws_lb_listener.own]
}

variable "subnet_ids" {
  type = list(string)
}

variable "vpc_id" {
  type = string
}

variable "balancer_arn" {
  type = string
}

variable "cluster" {
  type = string
}

variable "task" {
  type = string
}
