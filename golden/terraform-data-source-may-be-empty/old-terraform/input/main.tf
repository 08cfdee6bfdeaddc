terraform {
  required_version = "~> 1.0.0"
}

data "aws_subnets" "private" {}

output "subnet" {
  value = data.aws_subnets.private.ids[1]
}
