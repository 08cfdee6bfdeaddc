provider "aws" {
  region = var.region
}

variable "region" {
  type = string
}

provider "aws" {
  alias  = "dns" # the zone lives in the first region of all
  region = "us-east-1"
}
