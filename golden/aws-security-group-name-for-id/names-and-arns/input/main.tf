resource "aws_security_group" "proxy" {
  name   = "proxy"
  vpc_id = var.vpc_id
}

resource "aws_security_group" "more" {
  for_each = toset(["a", "b"])

  name   = "more-${each.key}"
  vpc_id = var.vpc_id

  ingress {
    description     = "From the proxy"
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [aws_security_group.proxy.name]
  }
}

data "aws_security_group" "office" {
  name = "office"
}

resource "aws_instance" "proxy" {
  ami             = var.ami
  instance_type   = "t3.small"
  subnet_id       = var.subnet_id
  security_groups = [aws_security_group.proxy.name, data.aws_security_group.office.id]
}

resource "aws_db_instance" "main" {
  engine                      = "postgres"
  instance_class              = "db.m6g.large"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  skip_final_snapshot         = true
  vpc_security_group_ids      = [aws_security_group.more["a"].name]
}

resource "aws_lb" "main" {
  security_groups = [
    aws_security_group.proxy.arn, # the proxy
    data.aws_security_group.office.name,
  ]
  subnets = var.subnet_ids
}

resource "aws_lambda_function" "main" {
  function_name = "main"
  role          = var.role_arn
  package_type  = "Image"
  image_uri     = var.image

  vpc_config {
    subnet_ids         = var.subnet_ids
    security_group_ids = aws_security_group.proxy[*].name
  }
}

variable "vpc_id" {
  type = string
}

variable "ami" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "role_arn" {
  type = string
}

variable "image" {
  type = string
}
