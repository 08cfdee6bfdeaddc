resource "aws_ecr_repository" "this" {
  name = "service"
}

resource "aws_ecs_cluster" "this" {
  name = var.name
}

variable "name" {
  type = string
}
