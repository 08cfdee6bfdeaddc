variable "name" {
  type = string
}

module "copy" {
  source = "./copy"
  name   = var.name
}
