variable "rules" {
  type = map(number)
}

locals {
  names  = [for name, port in var.rules : "${name}-${port}"]
  list   = { for each in ["a"] : each => each }
  text   = <<-EOT
    %{for name in local.names~}
    ${name}
    %{endfor~}
  EOT
  keyed  = { stage = "each.key", live = "count.index" }
  nested = [for each in [{ key = 1 }] : each.key]
}

resource "aws_security_group" "web" {
  name = "web"

  dynamic "ingress" {
    for_each = var.rules
    iterator = rule
    content {
      from_port   = rule.value
      to_port     = rule.value
      protocol    = "tcp"
      description = rule.key
    }
  }

  dynamic "egress" {
    for_each = var.rules
    content {
      from_port = egress.value
      to_port   = egress.value
      protocol  = "tcp"
    }
  }
}
