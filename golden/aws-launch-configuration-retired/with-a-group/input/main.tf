resource "aws_launch_configuration" "web" {
  name_prefix                 = "web-"
  image_id                    = var.image_id
  instance_type               = "t3.micro"
  associate_public_ip_address = true
  security_groups             = [var.security_group_id]
  iam_instance_profile        = var.profile

  user_data = <<-EOF
    #!/bin/sh
    systemctl start web
  EOF

  root_block_device {
    volume_size = 20
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_autoscaling_group" "web" {
  launch_configuration = aws_launch_configuration.web.name
  vpc_zone_identifier  = var.subnet_ids
  min_size             = 1
  max_size             = 3
}

variable "image_id" {
  type = string
}

variable "profile" {
  type = string
}

variable "security_group_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
