terraform {
  backend "s3" {}
}

# Not used any more.
variable "old" {
  type    = string
  default = "x"
}

data "aws_caller_identity" "current" {}

module "network" {
  source = "./network"
  zones  = 3 # not used there
  name   = "web"
}
