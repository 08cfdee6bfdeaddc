terraform {
  required_version = "~> 0.14.0"
  experiments      = [module_variable_optional_attrs]
}

variable "server" {
  type = object({
    name = optional(string)
  })
}
