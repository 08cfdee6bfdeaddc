terraform {
  required_version = ">= 1.1, < 1.3"
}

variable "server" {
  type = object({
    name = string
    size = optional(number)
  })

  validation {
    condition     = var.server.name != var.stage
    error_message = "It needs another name."
  }
}

variable "stage" {
  type = string
}

output "is_web" {
  value = startswith(var.server.name, "web")
}

output "region" {
  value = provider::aws::arn_parse("x").region
}
