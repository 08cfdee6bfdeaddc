resource "aws_sns_topic" {
  name = "alerts"
}

variable "region" "default" {
  type = string
}

locals "names" {
  stage = "test"
}

resource "terraform_data" "one" {
  lifecycle "one" {
    create_before_destroy = true
  }
}

resource "aws_security_group" "web" {
  name = "web"

  dynamic {
    for_each = [80]
    content {}
  }
}
