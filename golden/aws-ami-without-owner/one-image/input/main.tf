variable "filters" {
  type = map(list(string))
}

data "aws_ami" "one" {
  filter {
    name   = "image-id"
    values = ["ami-0a1b2c3d4e5f60718"]
  }
}

data "aws_ami" "filtered" {
  most_recent = true

  dynamic "filter" {
    for_each = var.filters

    content {
      name   = filter.key
      values = filter.value
    }
  }
}

data "aws_ami" "careless" {
  most_recent         = true
  allow_unsafe_filter = true
}
