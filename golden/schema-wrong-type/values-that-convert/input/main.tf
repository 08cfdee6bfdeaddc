variable "subnets" {
  type = list(string)
}

resource "aws_lb" "web" {
  name                       = "web"
  subnets                    = "${var.subnets}"
  idle_timeout               = "60"
  enable_deletion_protection = "false"
  security_groups            = null
  tags                       = { Cost = 12, Spot = true }
}

resource "aws_db_instance" "main" {
  instance_class         = "db.t3.micro"
  port                   = (5432)
  allocated_storage      = "1e2"
  vpc_security_group_ids = []
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = <<-EOT
    #!/bin/sh
  EOT
  cpu_options {
    core_count = "2"
  }
}
