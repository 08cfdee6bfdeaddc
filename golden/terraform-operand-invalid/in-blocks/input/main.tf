variable "ports" {
  type = set(number)
}

resource "terraform_data" "web" {
  count = 2

  input = "web-${count.index}-${var.ports}"

  lifecycle {
    precondition {
      condition     = var.ports > 1
      error_message = "There must be several ports."
    }
  }
}

output "branch" {
  value = length(var.ports) > 1 ? var.ports : "none"
}
