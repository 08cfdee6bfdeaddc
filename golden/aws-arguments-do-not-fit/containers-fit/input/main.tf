variable "image" {
  type = string
}

variable "port" {
  type    = number
  default = 80
}

variable "options" {
  type    = map(string)
  default = {}
}

variable "containers" {
  type    = any
  default = []
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512

  container_definitions = jsonencode([
    {
      name         = "web"
      image        = var.image
      memory       = 512
      essential    = true
      portMappings = [{ containerPort = 8080, hostPort = var.port }, { containerPort = 81, hostPort = 81 }]

      logConfiguration = {
        logDriver = "awslogs"
        options   = merge(var.options, { awslogs-group = "web" })
      }
    },
    {
      name      = "agent"
      image     = var.image
      essential = false
    },
  ])
}

resource "aws_ecs_task_definition" "on_instances" {
  family       = "instances"
  network_mode = "bridge"

  container_definitions = jsonencode([{
    name         = "web"
    image        = var.image
    memory       = 512
    portMappings = [{ containerPort = 8080, hostPort = 80 }]

    logConfiguration = {
      logDriver = "json-file"
    }
  }])
}

resource "aws_ecs_task_definition" "not_known" {
  family                = "unknown"
  container_definitions = jsonencode(var.containers)
}
