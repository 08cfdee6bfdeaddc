variable "env" {
  type = string
}

variable "tenants" {
  type = map(string)
}

module "store" {
  for_each = var.tenants
  source   = "./store"
}

module "queue" {
  count  = 2
  source = "./queue"
  env    = var.env
}

module "orders" {
  source = "./bus"
  prefix = "${var.env}-shop"
}

module "invoices" {
  source = "./bus"
  prefix = "${var.env}-shop"
}

module "returns" {
  source = "./bus"
  prefix = "${var.env}-returns"
}
