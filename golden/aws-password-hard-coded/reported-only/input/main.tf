provider "aws" {
  region     = "eu-west-1"
  access_key = "AKIAJ3Q2K5L7M8N9P0QR"
  secret_key = "0123456789abcdefghijklmnopqrstuvwxyzABCD"
}

variable "db_password" {
  type    = string
  default = "hunter2"
}

variable "password_length" {
  type    = string
  default = "32"
}

locals {
  token = "a-rather-long-token"
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "sessions"
  auth_token           = local.token
}

resource "aws_ecs_task_definition" "app" {
  family = "app"

  container_definitions = jsonencode([
    {
      name  = "app"
      image = "app"
      environment = [
        { name = "LOG_LEVEL", value = "info" },
        { name = "API_KEY", value = "k-123456" },
      ]
    },
  ])
}

resource "aws_instance" "app" {
  ami           = "ami-0a1b2c3d4e5f67890"
  instance_type = "t3.micro"

  user_data = <<-EOT
    export AWS_ACCESS_KEY_ID=AKIAJ3Q2K5L7M8N9P0QR
  EOT
}
