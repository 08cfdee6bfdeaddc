variable "stage" {
  type = string
}

variable "folder" {
  type  = string
  const = true
}

module "network" {
  source = "./${var.stage}"
}

module "data" {
  source = "./${var.folder}"
}

module "inner" {
  source = "${path.module}/inner"
}
