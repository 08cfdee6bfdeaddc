provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      Team = "orders"
    }
  }
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-1"]

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_launch_template" "web" {
  image_id = "ami-1"

  tag_specifications {
    resource_type = "instance"

    tags = {
      Team = "orders"
    }
  }
}
