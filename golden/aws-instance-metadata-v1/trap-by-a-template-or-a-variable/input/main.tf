variable "tokens" {
  type = string
}

resource "aws_instance" "of_a_template" {
  launch_template {
    id = "lt-1"
  }
}

resource "aws_launch_template" "by_variable" {
  image_id = "ami-1"

  metadata_options {
    http_tokens = var.tokens
  }
}
