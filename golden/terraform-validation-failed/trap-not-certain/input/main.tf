variable "name" {
  type = string
}

variable "limit" {
  type    = number
  default = 3
}

module "unknown" {
  source = "./modules/size"
  size   = length(var.name)
  limit  = 1
}

module "another_variable" {
  source = "./modules/size"
  size   = 5
  limit  = 9
}
