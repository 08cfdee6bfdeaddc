variable "zones" {
  type = list(string)
}

variable "size" {
  type    = number
  default = 1
}

variable "subnet" {
  type = object({
    id   = string
    name = optional(string, "main")
  })
  default = { id = "a" }
}

variable "name" {
  type     = string
  nullable = false
}

output "zone" {
  value = var.zones[0]
}
