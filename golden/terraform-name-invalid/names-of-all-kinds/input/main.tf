variable "versions" {
  type = list(string)
}

variable "provider_name" {
  type = string
}

variable "description" {
  type = string
}

variable "_region-2" {
  type = string
}

output "count" {
  value = length(var.versions)
}

output "größe" {
  value = var.description
}

resource "terraform_data" "source" {
  input = [var.provider_name, var._region-2]
}
