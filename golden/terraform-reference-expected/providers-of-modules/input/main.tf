module "network" {
  source = "./network"
  providers = {
    aws = var.replica ? aws.one : aws.two
  }
}

module "second" {
  source    = "./network"
  providers = [aws]
}

variable "replica" {
  type = bool
}
