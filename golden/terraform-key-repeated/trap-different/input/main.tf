variable "name" {}

locals {
  case     = { Name = 1, name = 2 }
  objects  = [{ a = 1 }, { a = 2 }]
  unknown  = { (var.name) = 1, (var.name) = 2 }
  separate = { a = { b = 1 }, b = { b = 2 } }
}
