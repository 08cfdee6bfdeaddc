provider "azurerm" {
  features {}
}

# A dynamic block counts as the block that it makes.
resource "aws_lb_listener" "web" {
  load_balancer_arn = var.load_balancer

  dynamic "default_action" {
    for_each = ["forward"]
    content {
      type = default_action.value
    }
  }
}

resource "aws_sns_topic" "alerts" {
}

# Of a type that is not known nothing is known to be missing.
resource "aws_quantum_computer" "main" {
}

variable "load_balancer" {
  type = string
}
