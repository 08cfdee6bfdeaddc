variable "image" {
  type = string
}

locals {
  web = {
    name         = "web"
    image        = var.image
    portMappings = [{ containerPort = 8080, hostPort = 80 }]

    logConfiguration = {
      logDriver = "json-file"
    }
  }
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  container_definitions    = jsonencode([local.web])
}

resource "aws_ecs_task_definition" "worker" {
  family       = "worker"
  network_mode = "bridge"
  memory       = 512

  container_definitions = <<-EOT
    [
      {
        "name": "worker",
        "image": "${var.image}",
        "memory": 1024,
        "essential": false,
        "logConfiguration": {
          "logDriver": "awslogs",
          "options": { "awslogs-group": "worker" }
        }
      }
    ]
  EOT
}
