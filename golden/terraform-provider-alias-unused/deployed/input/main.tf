terraform {
  backend "s3" {
    bucket = "state"
    key    = "a"
    region = "eu-west-1"
  }
}

provider "aws" {
  region = "eu-west-1"
}

# of the backups
provider "aws" {
  alias  = "replica"
  region = "eu-west-2"
}
