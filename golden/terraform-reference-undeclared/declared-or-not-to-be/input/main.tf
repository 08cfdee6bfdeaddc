provider "aws" {
  alias  = "replica"
  region = "us-west-2"
}

check "health" {
  data "aws_lb" "web" {
    provider = aws.replica
    name     = "web"
  }

  assert {
    condition     = data.aws_lb.web.internal == false
    error_message = "The load balancer is internal."
  }
}

resource "aws_subnet" "main" {
  for_each   = toset(["a", "b"])
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "10.0.${index(["a", "b"], each.key)}.0/24"

  dynamic "timeouts" {
    for_each = [for timeout in ["10m"] : timeout]
    iterator = limit
    content {
      create = limit.value
    }
  }

  lifecycle {
    ignore_changes = [tags.Owner]
  }
}

moved {
  from = module.old.aws_subnet.main
  to   = aws_subnet.main
}

removed {
  from = aws_instance.gone

  lifecycle {
    destroy = false
  }
}

output "subnets" {
  value = { for name, subnet in aws_subnet.main : name => subnet.id if subnet.id != path.module }
}

output "workspace" {
  value = terraform.workspace
}
