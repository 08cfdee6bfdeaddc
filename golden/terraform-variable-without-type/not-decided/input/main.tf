variable "rules" {
  default = [{ port = 80 }, { port = 443, open = true }]
}

variable "value" {
  default = null
}

variable "count_or_auto" {
  default = 1
}

variable "names" {
  default = ["a"]
}

variable "flags" {
  default = ["a", true]
}

output "auto" {
  value = var.count_or_auto == "auto" ? 0 : var.count_or_auto
}

output "is_default" {
  value = var.names == ["a"]
}
