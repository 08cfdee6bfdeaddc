resource "aws_launch_template" "web" {
  name_prefix   = "web-"
  image_id      = var.image_id
  instance_type = "t3.micro"
}

resource "aws_autoscaling_group" "web" {
  vpc_zone_identifier = var.subnet_ids
  min_size            = 1
  max_size            = 3

  launch_template {
    id      = aws_launch_template.web.id
    version = "$Latest"
  }
}

variable "image_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
