data "aws_subnets" "private" {}

data "aws_instances" "web" {}

data "aws_security_groups" "web" {
  lifecycle {
    postcondition {
      condition     = length(self.ids) > 0
      error_message = "There is no security group."
    }
  }
}

locals {
  subnet   = try(data.aws_subnets.private.ids[0], null)
  instance = length(data.aws_instances.web.ids) > 0 ? data.aws_instances.web.ids[0] : null
  group    = data.aws_security_groups.web.ids[0]
}
