resource "aws_launch_template" "prod" {
  image_id      = var.ami
  instance_type = "m7g.large"
}

resource "aws_autoscaling_group" "prod" {
  min_size = 2
  max_size = 6

  launch_template {
    id = aws_launch_template.prod.id
  }
}

resource "aws_instance" "prod_bastion" {
  ami           = var.ami
  instance_type = "t3.small"
}
