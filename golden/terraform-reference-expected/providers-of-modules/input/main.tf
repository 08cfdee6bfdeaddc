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

module "third" {
  source = "./network"
  providers = {
    aws = my_aws
  }
}

variable "replica" {
  type = bool
}
